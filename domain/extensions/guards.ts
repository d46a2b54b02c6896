import type { LocalDate } from '@/domain/calendar/local-date'
import { dateAdvice, workingDaysBetween, type WorkingCalendar } from '@/domain/calendar/working-days'
import type { FailureParams } from '@/domain/errors'
import type { AssignmentPart, AssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import type { TaskKind, TaskStatus } from '@/domain/tasks/lifecycle'

/** What the guards ask of an assignment and its task. */
export type ExtensibleFacts = {
  task: { status: TaskStatus; kind: TaskKind; dueOn: LocalDate | null }
  assignment: { status: AssignmentStatus; part: AssignmentPart; dueOn: LocalDate | null }
  /** The due date of the assignment that this one descends from, whole or broken down; null at the top. */
  parentDueOn: LocalDate | null
}

type Obstacle = { code: string; params: FailureParams }

const RUNNING: readonly TaskStatus[] = ['dispatched', 'in_progress']
const AT_WORK: readonly AssignmentStatus[] = ['acknowledged', 'in_progress']

/** What stands against asking for more time, now: the task does not run, the unit is not at work, there is no date. */
export function obstaclesToExtending({ task, assignment }: ExtensibleFacts): Obstacle[] {
  if (!RUNNING.includes(task.status))
    return [{ code: 'extension.task_not_running', params: { status: task.status } }]
  if (assignment.status === 'awaiting_acknowledgement')
    return [{ code: 'extension.acknowledge_first', params: {} }]
  if (!AT_WORK.includes(assignment.status)) {
    return [{ code: 'extension.part_not_open', params: { status: assignment.status } }]
  }
  return assignment.dueOn === null ? [{ code: 'extension.no_due_date', params: {} }] : []
}

/**
 * The last day that may be asked for, or null where nothing bounds it: a part below another ends by then, a supporting unit's
 * by the task's own date. The lead's moves the task's date with it, so the task does not bound it.
 */
export function latestDueOn({ task, assignment, parentDueOn }: ExtensibleFacts): LocalDate | null {
  const bounds = [parentDueOn, assignment.part === 'lead' ? null : task.dueOn]
  return bounds.reduce<LocalDate | null>(
    (least, one) => (one !== null && (least === null || one < least) ? one : least),
    null,
  )
}

/** What stands against a new date: not after the present one, past already, after what it descends from. Null: it may be. */
export function obstacleToDate(facts: ExtensibleFacts, date: LocalDate, today: LocalDate): Obstacle | null {
  const { dueOn } = facts.assignment
  if (dueOn !== null && date <= dueOn) return { code: 'extension.not_later', params: { dueOn } }
  if (date < today) return { code: 'extension.date_passed', params: { today } }
  const latest = latestDueOn(facts)
  return latest !== null && date > latest ? { code: 'extension.after_parent', params: { latest } } : null
}

/** A new date as the form and the decision show it: days gained in working days, the next worked day, an unpublished year. */
export type NewDate = {
  on: LocalDate
  gained: number
  /** The next worked day, where the date itself is none. */
  next: LocalDate | null
  /** A year between the two dates whose calendar is not published: the count may change. */
  unpublished: number | null
}

/** Works out what a new date means, against the one that stands. */
export function describeNewDate(from: LocalDate, on: LocalDate, calendar: WorkingCalendar): NewDate {
  const advice = [...dateAdvice(on, calendar), ...dateAdvice(from, calendar)]
  const rest = dateAdvice(on, calendar).find((one) => one.code === 'date.rest_day')
  const unknown = advice.find((one) => one.code === 'date.year_unpublished')
  return {
    on,
    gained: workingDaysBetween(from, on, calendar),
    next: rest?.code === 'date.rest_day' ? rest.params.next : null,
    unpublished: unknown?.code === 'date.year_unpublished' ? unknown.params.year : null,
  }
}
