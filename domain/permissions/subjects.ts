import type { DirectiveStatus } from '@/domain/directives/lifecycle'
import type { ReportStatus } from '@/domain/reports/lifecycle'
import type { AssignmentPart } from '@/domain/tasks/assignment-lifecycle'
import type { TaskStatus } from '@/domain/tasks/lifecycle'

/** What the rules need to know of a task. */
export type TaskFacts = {
  id: string
  status: TaskStatus
  ownerUnitId: string
  /** True for the supervision office's own tasks; false for one that a unit hands down. */
  officeOwned: boolean
  /** Units of the active assignments and of all their ancestors along parent assignments (`readerUnitsOf`). */
  readerUnitIds: readonly string[]
  /** False where a declined or terminated task was never sent for approval: it stays as hidden as a draft. */
  submitted?: boolean
  /** False where a terminated task never went out to its units: they do not learn of it. */
  dispatched?: boolean
}

/** What the rules need to know of an assignment. */
export type AssignmentFacts = {
  unitId: string
  part: AssignmentPart
  /** A unit without accounts 外单位: the lead unit records its part. */
  external: boolean
  /** The unit of the task's active lead, null while there is none. */
  leadUnitId: string | null
  /** Its own unit first, then the units of its ancestors along parent assignments. */
  lineageUnitIds: readonly string[]
  task: TaskFacts
}

/** What the rules need to know of a report. */
export type ReportFacts = {
  status: ReportStatus
  writtenById: string | null
  signedOffById: string | null
  submittedById: string | null
  /** Those in whose place a deputy wrote, signed or submitted it: what is done for somebody counts for both. */
  proxyIds?: readonly string[]
  assignment: AssignmentFacts
}

/** What the rules need to know of a directive. */
export type DirectiveFacts = {
  id: string
  status: DirectiveStatus
  /** The reader units of its dispatched tasks, all together. */
  readerUnitIds: readonly string[]
  /** True once a task of it was sent for approval: leaders then read the draft. Not needed later on. */
  submitted?: boolean
}

/** A unit as a subject: whose figures, whose statement. */
export type UnitFacts = { unitId: string }

/** A person as a subject: whose deputy, whose duties. */
export type PersonFacts = { personId: string; unitId: string }

/** The facts that go with each kind of subject; the kinds are told apart by their shape. */
export type FactsByKind = {
  task: TaskFacts
  assignment: AssignmentFacts
  report: ReportFacts
  directive: DirectiveFacts
  person: PersonFacts
  unit: UnitFacts
}

/** A kind of subject. */
export type SubjectKind = keyof FactsByKind

/** Any subject of a permission. */
export type Subject = FactsByKind[SubjectKind]

/** A subject with its kind, as the rules take it apart. */
export type TaggedSubject =
  | { kind: 'task'; task: TaskFacts }
  | { kind: 'assignment'; assignment: AssignmentFacts; task: TaskFacts }
  | { kind: 'report'; report: ReportFacts; assignment: AssignmentFacts; task: TaskFacts }
  | { kind: 'directive'; directive: DirectiveFacts }
  | { kind: 'person'; person: PersonFacts }
  | { kind: 'unit'; unit: UnitFacts }

/** Finds the kind by the fields that only this kind has. */
export function tagSubject(subject: Subject): TaggedSubject {
  if ('assignment' in subject) {
    const { assignment } = subject
    return { kind: 'report', report: subject, assignment, task: assignment.task }
  }
  if ('lineageUnitIds' in subject) return { kind: 'assignment', assignment: subject, task: subject.task }
  if ('ownerUnitId' in subject) return { kind: 'task', task: subject }
  if ('readerUnitIds' in subject) return { kind: 'directive', directive: subject }
  if ('personId' in subject) return { kind: 'person', person: subject }
  return { kind: 'unit', unit: subject }
}

/** The unit whose people record the assignment: its own, or the lead's for an external unit. */
export function recordingUnitOf(assignment: AssignmentFacts): string | null {
  return assignment.external ? assignment.leadUnitId : assignment.unitId
}
