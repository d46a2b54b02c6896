import { DIRECTIVE_EVENTS, DIRECTIVE_TABLE, type DirectiveEvent } from '@/domain/directives/lifecycle'
import type { FailureParams } from '@/domain/errors'
import {
  missingForStraightSubmission,
  REPORT_EVENTS,
  REPORT_TABLE,
  type ReportEvent,
} from '@/domain/reports/lifecycle'
import {
  ASSIGNMENT_EVENTS,
  ASSIGNMENT_TABLE,
  type AssignmentEvent,
  type AssignmentStatus,
} from '@/domain/tasks/assignment-lifecycle'
import { TASK_EVENTS, TASK_TABLE, type TaskEvent } from '@/domain/tasks/lifecycle'
import type { Actor } from './actor'
import { can } from './policy'
import type { Permission } from './policy-table'
import type { AssignmentFacts, DirectiveFacts, ReportFacts, TaskFacts } from './subjects'

/** The permission that each event of a task asks for; null: no button of its own, it follows from another act. */
export const TASK_EVENT_PERMISSION = {
  submit: 'task.submit',
  send_back: 'task.send_back',
  decline: 'task.decline',
  approve: 'task.approve',
  dispatch: 'task.dispatch',
  acknowledge: null,
  conclude: 'task.conclude',
  return: 'task.return',
  complete: 'task.complete',
  strike_off: 'task.strike_off',
  archive: 'task.archive',
  suspend: 'task.suspend',
  resume: 'task.resume',
  terminate: 'task.terminate',
  reopen: 'task.reopen',
} as const satisfies Record<TaskEvent, Permission | null>

/** As above, of an assignment. */
export const ASSIGNMENT_EVENT_PERMISSION = {
  acknowledge: 'assignment.acknowledge',
  refuse: 'assignment.refuse',
  rule_stands: 'assignment.rule',
  replace: 'task.reassign',
  start: null,
  report_done: null,
  withdraw: null,
  return: null,
  accept: null,
  waive: 'assignment.waive',
  correct_review: null,
  reopen: null,
} as const satisfies Record<AssignmentEvent, Permission | null>

/** As above, of a report. */
export const REPORT_EVENT_PERMISSION = {
  send_for_signoff: 'report.write',
  send_back: 'report.sign_off',
  submit: 'report.sign_off',
  withdraw: 'report.withdraw',
  accept: 'report.review',
  return: 'report.review',
  correct_review: null,
} as const satisfies Record<ReportEvent, Permission | null>

/** As above, of a directive. */
export const DIRECTIVE_EVENT_PERMISSION = {
  file: 'directive.file',
  discard: 'directive.discard',
  enforce: null,
  close: 'directive.close',
  archive: 'directive.archive',
  reopen: null,
} as const satisfies Record<DirectiveEvent, Permission | null>

/** What stands against an act: the first is shown as its reason. Structurally a `Missing` of the guards. */
export type Obstacle = { code: string; params: FailureParams }

/**
 * An event that the actor's role and unit could bring about on this record. `possible`: draw the button. Else say the
 * reason: `blockedBy` guard, something is missing; status, the moment is wrong (code `<noun>.not_now`).
 */
export type AvailableEvent<E extends string = string> = {
  event: E
  permission: Permission
  possible: boolean
  blockedBy: 'status' | 'guard' | null
  reason: Obstacle | null
  obstacles: readonly Obstacle[]
}

type Obstacles<E extends string> = Readonly<Partial<Record<E, readonly Obstacle[]>>>

function judge<E extends string>(
  noun: string,
  events: readonly E[],
  status: string,
  row: Readonly<Partial<Record<E, string>>>,
  permissions: Readonly<Record<E, Permission | null>>,
  may: (permission: Permission) => boolean,
  obstacles: Obstacles<E>,
): AvailableEvent<E>[] {
  return events.flatMap((event): AvailableEvent<E>[] => {
    const permission = permissions[event]
    if (permission === null || !may(permission)) return []
    const base = { event, permission }
    if (row[event] === undefined) {
      const reason = { code: `${noun}.not_now`, params: { status, event } }
      return [{ ...base, possible: false, blockedBy: 'status', reason, obstacles: [reason] }]
    }
    const against = obstacles[event] ?? []
    const reason = against[0] ?? null
    return [
      { ...base, possible: reason === null, blockedBy: reason ? 'guard' : null, reason, obstacles: against },
    ]
  })
}

/** The events of a task for this person; `obstacles` are the guards' answers (`missingForCompletion` and so on). */
export function availableTaskEvents(
  actor: Actor,
  task: TaskFacts,
  obstacles: Obstacles<TaskEvent> = {},
): AvailableEvent<TaskEvent>[] {
  const may = (permission: Permission) => can(actor, permission as 'task.approve', task)
  return judge(
    'task',
    TASK_EVENTS,
    task.status,
    TASK_TABLE[task.status],
    TASK_EVENT_PERMISSION,
    may,
    obstacles,
  )
}

/** The events of an assignment for this person. */
export function availableAssignmentEvents(
  actor: Actor,
  assignment: AssignmentFacts & { status: AssignmentStatus },
  obstacles: Obstacles<AssignmentEvent> = {},
): AvailableEvent<AssignmentEvent>[] {
  const { status } = assignment
  const may = (permission: Permission) => can(actor, permission as 'assignment.waive', assignment)
  const row = ASSIGNMENT_TABLE[status]
  return judge('assignment', ASSIGNMENT_EVENTS, status, row, ASSIGNMENT_EVENT_PERMISSION, may, obstacles)
}

/** The events of a report for this person; whoever wrote or signed it is not offered its review. */
export function availableReportEvents(
  actor: Actor,
  report: ReportFacts,
  obstacles: Obstacles<ReportEvent> = {},
): AvailableEvent<ReportEvent>[] {
  const { status } = report
  const may = (permission: Permission) => can(actor, permission as 'report.review', report)
  const submit = [...missingForStraightSubmission(report, actor.personId), ...(obstacles.submit ?? [])]
  const all = { ...obstacles, submit }
  return judge('report', REPORT_EVENTS, status, REPORT_TABLE[status], REPORT_EVENT_PERMISSION, may, all)
}

/** The events of a directive for this person. */
export function availableDirectiveEvents(
  actor: Actor,
  directive: DirectiveFacts,
  obstacles: Obstacles<DirectiveEvent> = {},
): AvailableEvent<DirectiveEvent>[] {
  const { status } = directive
  const may = (permission: Permission) => can(actor, permission as 'directive.close', directive)
  const row = DIRECTIVE_TABLE[status]
  return judge('directive', DIRECTIVE_EVENTS, status, row, DIRECTIVE_EVENT_PERMISSION, may, obstacles)
}

/** The events of a task: the name by which house.md knows the question. */
export const availableEvents = availableTaskEvents

/** True where the person may bring the event about now: for a single button. */
export function isPossible<E extends string>(events: readonly AvailableEvent<E>[], event: E): boolean {
  return events.some((one) => one.event === event && one.possible)
}
