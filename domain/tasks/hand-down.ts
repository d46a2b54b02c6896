import type { LocalDate } from '@/domain/calendar/local-date'
import type { FailureParams } from '@/domain/errors'
import type { AssignmentStatus } from './assignment-lifecycle'
import { isOpenTask, type TaskStatus } from './lifecycle'

/** Most units that one act hands down to: a province with all its counties, and room. */
export const HAND_DOWN_AT_MOST = 500

/** The statuses of an assignment in which its unit may hand it down: it took it on, and has not reported it done. */
const HANDS_DOWN: readonly AssignmentStatus[] = ['acknowledged', 'in_progress']

/**
 * What stands against handing an assignment down, whole or broken down, now: the task does not run, or the unit has not taken
 * it on, or is done with it. Null where nothing does. The code names the rule, the params its figures.
 */
export function obstacleToHandDown(
  task: TaskStatus,
  assignment: AssignmentStatus,
): { code: string; params: FailureParams } | null {
  if (!isOpenTask(task) || task === 'suspended')
    return { code: 'cascade.task_not_open', params: { status: task } }
  if (HANDS_DOWN.includes(assignment)) return null
  const code = assignment === 'awaiting_acknowledgement' ? 'cascade.acknowledge_first' : 'cascade.not_now'
  return { code, params: { status: assignment } }
}

/** What stands against a date for those below: after one's own (inclusive is fine), or gone by already. */
export function obstacleToDate(
  dueOn: LocalDate | null,
  own: LocalDate | null,
  today: LocalDate,
): { code: string; params: FailureParams } | null {
  if (own && dueOn === null) return { code: 'cascade.date_missing', params: { own } }
  if (own && dueOn && dueOn > own) return { code: 'cascade.after_own_date', params: { own } }
  // One's own date may have passed: then nothing later can be given.
  if (dueOn && dueOn < today && dueOn !== own) return { code: 'cascade.date_passed', params: { today } }
  return null
}
