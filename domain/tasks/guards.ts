import type { LocalDate } from '@/domain/calendar/local-date'
import type { FailureParams } from '@/domain/errors'
import { isActiveAssignment, type AssignmentPart, type AssignmentStatus } from './assignment-lifecycle'
import type { TaskKind } from './lifecycle'
import type { ReportingCycle } from './reporting-cycle'

/** Who can mend what is missing: the owner's drafting side, its approving side, or the units named. */
export type Mender = 'owner' | 'approver' | 'unit'

/** One thing that stands against an act: the rule (code), its figures, who can mend it, which units it concerns. */
export type Missing = { code: string; params: FailureParams; mender: Mender; unitIds: string[] }

/** An assignment as the guards see it. */
export type GuardAssignment = {
  unitId: string
  part: AssignmentPart
  status: AssignmentStatus
  dueOn?: LocalDate | null
}

function missing(code: string, mender: Mender, params: FailureParams = {}, unitIds: string[] = []): Missing {
  return { code, params, mender, unitIds }
}

/** What stands against dispatch: exactly one lead, a due date or a reporting cycle, no part due after the task. */
export function missingForDispatch(facts: {
  title: string
  kind: TaskKind
  dueOn: LocalDate | null
  cycle: ReportingCycle | null
  parts: readonly { unitId: string; part: AssignmentPart; dueOn?: LocalDate | null }[]
  /** The due date of the assignment that is handed down; null for the office's own tasks. */
  parentDueOn?: LocalDate | null
}): Missing[] {
  const found: Missing[] = []
  const leads = facts.parts.filter((part) => part.part === 'lead')
  if (facts.title.trim() === '') found.push(missing('task.title_missing', 'owner'))
  if (leads.length === 0) found.push(missing('task.lead_missing', 'owner'))
  if (leads.length > 1) {
    found.push(
      missing(
        'task.lead_not_single',
        'owner',
        { count: leads.length },
        leads.map((l) => l.unitId),
      ),
    )
  }
  const twice = facts.parts.filter((part, at) =>
    facts.parts.some((p, i) => i < at && p.unitId === part.unitId),
  )
  if (twice.length > 0) {
    const unitIds = twice.map((part) => part.unitId)
    found.push(missing('task.unit_named_twice', 'owner', { count: unitIds.length }, unitIds))
  }
  if (facts.kind === 'ongoing' && facts.cycle === null) found.push(missing('task.cycle_missing', 'owner'))
  if (facts.kind !== 'ongoing' && facts.dueOn === null) found.push(missing('task.due_date_missing', 'owner'))
  const { dueOn, parentDueOn } = facts
  if (dueOn && parentDueOn && dueOn > parentDueOn) {
    found.push(missing('task.due_after_parent', 'owner', { dueOn, parentDueOn }))
  }
  const after = facts.parts.filter((part) => part.dueOn && dueOn && part.dueOn > dueOn)
  if (after.length > 0 && dueOn) {
    const unitIds = after.map((part) => part.unitId)
    found.push(missing('task.part_due_after_task', 'owner', { count: after.length, dueOn }, unitIds))
  }
  return found
}

/** What stands against putting a task under review: a unit that has not reported, no evidence, no conclusion. */
export function missingForReview(facts: {
  assignments: readonly GuardAssignment[]
  /** Of the levels below: handed down and neither accepted, reported done nor waived. */
  unreportedBelow?: number
  evidenceCount: number
  conclusion: string | null
}): Missing[] {
  const found = notYet(
    facts.assignments,
    ['accepted', 'reported_done', 'waived'],
    'task.units_not_reported',
    'unit',
  )
  if (facts.unreportedBelow) {
    found.push(missing('task.child_assignments_open', 'unit', { count: facts.unreportedBelow }))
  }
  if (facts.evidenceCount < 1) found.push(missing('task.evidence_missing', 'unit'))
  if ((facts.conclusion ?? '').trim() === '') found.push(missing('task.conclusion_missing', 'owner'))
  return found
}

/** What stands against completing: an assignment neither accepted nor waived, an open child task or assignment. */
export function missingForCompletion(facts: {
  assignments: readonly GuardAssignment[]
  openChildTasks: number
  openChildAssignments: number
}): Missing[] {
  const found = notYet(facts.assignments, ['accepted', 'waived'], 'task.units_not_accepted', 'owner')
  if (facts.openChildTasks > 0) {
    found.push(missing('task.child_tasks_open', 'unit', { count: facts.openChildTasks }))
  }
  if (facts.openChildAssignments > 0) {
    found.push(missing('task.child_assignments_open', 'unit', { count: facts.openChildAssignments }))
  }
  return found
}

function notYet(
  assignments: readonly GuardAssignment[],
  enough: readonly AssignmentStatus[],
  code: string,
  mender: Mender,
): Missing[] {
  const active = assignments.filter((one) => isActiveAssignment(one.status))
  if (active.length === 0) return [missing('task.lead_missing', 'approver')]
  const short = active.filter((one) => !enough.includes(one.status))
  if (short.length === 0) return []
  return [
    missing(
      code,
      mender,
      { count: short.length, total: active.length },
      short.map((one) => one.unitId),
    ),
  ]
}
