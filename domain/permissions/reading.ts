import { isUnsigned } from '@/domain/reports/lifecycle'
import { UNDISPATCHED_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { sitsAt, type Actor, type Grant } from './actor'
import type { Role } from './roles'
import { recordingUnitOf, type DirectiveFacts, type ReportFacts, type TaskFacts } from './subjects'

const READ_ALL: readonly Role[] = ['leader', 'office_head', 'officer', 'discipline']
const OFFICE_DRAFTERS: readonly Role[] = ['office_head', 'officer']
const UNIT: readonly Role[] = ['unit_head', 'liaison']

const reaches = (grant: Grant, ids: readonly string[]) => ids.some((id) => grant.reach.includes(id))

/** True while the task is a draft, or was given up as one. */
export function isHiddenDraft(task: TaskFacts): boolean {
  if (task.status === 'draft') return true
  return (task.status === 'declined' || task.status === 'terminated') && task.submitted === false
}

/** True once the task went out to its units. */
export function isDispatched(task: TaskFacts): boolean {
  return (
    !UNDISPATCHED_TASK_STATUSES.includes(task.status) && task.dispatched !== false && !isHiddenDraft(task)
  )
}

/**
 * A draft is read by those who draft it: the office's for the office's, the owner unit's for a unit's. From awaiting
 * approval on, leaders, the office and discipline read all; units read what was dispatched to them, their subtree
 * or what descends from them, and what their own units own.
 */
export function grantReadsTask(grant: Grant, task: TaskFacts): boolean {
  const unit = UNIT.includes(grant.role)
  if (unit && !task.officeOwned && grant.reach.includes(task.ownerUnitId)) return true
  if (isHiddenDraft(task)) return task.officeOwned && OFFICE_DRAFTERS.includes(grant.role)
  if (READ_ALL.includes(grant.role)) return true
  return unit && isDispatched(task) && reaches(grant, task.readerUnitIds)
}

/** A directive in draft is the office's alone until a task of it is sent for approval; a discarded one stays so. */
export function grantReadsDirective(grant: Grant, directive: DirectiveFacts): boolean {
  if (directive.status === 'discarded') return OFFICE_DRAFTERS.includes(grant.role)
  if (directive.status === 'draft') {
    return (
      OFFICE_DRAFTERS.includes(grant.role) || (directive.submitted === true && READ_ALL.includes(grant.role))
    )
  }
  if (READ_ALL.includes(grant.role)) return true
  return UNIT.includes(grant.role) && reaches(grant, directive.readerUnitIds)
}

/**
 * Unsigned, a report stays with the people of the unit that writes it (and whoever wrote it). Signed, it is read by
 * the office, leaders and discipline; by its own unit and the units above it along the assignments; by the owner of a
 * handed-down task; and by the lead where a supporter wrote it. A supporter never reads the lead's.
 */
export function grantReadsReport(actor: Actor, grant: Grant, report: ReportFacts): boolean {
  const { assignment } = report
  const unit = UNIT.includes(grant.role)
  const recording = recordingUnitOf(assignment)
  if (isUnsigned(report.status)) {
    if (!unit || recording === null) return false
    const mine = report.writtenById !== null && report.writtenById === actor.personId
    return sitsAt(grant, recording) || (mine && grant.reach.includes(recording))
  }
  if (READ_ALL.includes(grant.role)) return true
  if (!unit) return false
  const { task } = assignment
  if (reaches(grant, assignment.lineageUnitIds)) return true
  if (recording !== null && grant.reach.includes(recording)) return true
  if (!task.officeOwned && grant.reach.includes(task.ownerUnitId)) return true
  const { leadUnitId } = assignment
  return assignment.part === 'supporting' && leadUnitId !== null && grant.reach.includes(leadUnitId)
}
