import type { LocalDate } from '@/domain/calendar/local-date'
import type { FailureParams } from '@/domain/errors'
import type { DirectiveStatus } from '@/domain/directives/lifecycle'
import type { Mender, Missing } from './guards'
import { isOpenTask, type TaskKind, type TaskStatus } from './lifecycle'

/** The task above a handed-down one, as far as the guards ask. */
export type ParentTask = { no: number; status: TaskStatus }

const missing = (code: string, mender: Mender, params: FailureParams = {}): Missing => ({
  code,
  params,
  mender,
  unitIds: [],
})

/**
 * What stands against putting a closed task back into progress: the task above it is closed, or rests (nothing completed may have an open
 * child); its directive is archived. A closed directive comes back in force with it.
 */
export function missingForReopening(facts: {
  parent: ParentTask | null
  directive: DirectiveStatus
}): Missing[] {
  const { parent, directive } = facts
  const found: Missing[] = []
  if (directive === 'archived') found.push(missing('task.directive_archived', 'approver'))
  if (parent && !isOpenTask(parent.status))
    found.push(missing('task.parent_closed', 'approver', { no: parent.no }))
  else found.push(...missingForResuming({ parent }))
  return found
}

/** What stands against going on after a rest: the task above still rests; its own resumption takes this one along. */
export function missingForResuming(facts: { parent: ParentTask | null }): Missing[] {
  const { parent } = facts
  return parent?.status === 'suspended'
    ? [missing('task.parent_suspended', 'approver', { no: parent.no })]
    : []
}

/** What stands against returning a task from its review: a report that waits is answered by itself, and takes the task back with it. */
export function missingForReturning(facts: { waitingSeq: number | null }): Missing[] {
  return facts.waitingSeq === null
    ? []
    : [missing('task.report_awaits_review', 'owner', { seq: facts.waitingSeq })]
}

/** What stands against another due date: none is kept, the same one, one that is past, one after the assignment that the task hangs on. */
export function missingForDueChange(facts: {
  kind: TaskKind
  dueOn: LocalDate | null
  to: LocalDate
  today: LocalDate
  parentDueOn: LocalDate | null
}): Missing[] {
  const { kind, dueOn, to, today, parentDueOn } = facts
  if (kind === 'ongoing') return [missing('task.ongoing_has_no_date', 'owner')]
  if (to === dueOn) return [missing('task.due_date_same', 'approver', { dueOn: to })]
  if (to < today) return [missing('task.due_date_past', 'approver')]
  if (parentDueOn && to > parentDueOn)
    return [missing('task.due_after_parent', 'approver', { dueOn: to, parentDueOn })]
  return []
}
