/** The statuses of a task 督查事项 (domain.md §3); literals equal the database's. */
export const TASK_STATUSES = [
  'draft',
  'awaiting_approval',
  'approved',
  'dispatched',
  'in_progress',
  'under_review',
  'completed',
  'struck_off',
  'archived',
  'declined',
  'suspended',
  'terminated',
] as const
/** One of `TASK_STATUSES`. */
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** The events of a task. `acknowledge` is the lead's acknowledgement, `conclude` puts it under review. */
export const TASK_EVENTS = [
  'submit',
  'send_back',
  'decline',
  'approve',
  'dispatch',
  'acknowledge',
  'conclude',
  'return',
  'complete',
  'strike_off',
  'archive',
  'suspend',
  'resume',
  'terminate',
  'reopen',
] as const
/** One of `TASK_EVENTS`. */
export type TaskEvent = (typeof TASK_EVENTS)[number]

/** The statuses from which a task can be suspended, and to which it returns. */
export type SuspendableStatus = 'dispatched' | 'in_progress'

/** Where each event leads; a missing cell is a refusal. `resume` leads back to where the task was suspended. */
export const TASK_TABLE: {
  readonly [S in TaskStatus]: Readonly<Partial<Record<TaskEvent, TaskStatus | 'as_before'>>>
} = {
  draft: { submit: 'awaiting_approval', decline: 'declined', terminate: 'terminated' },
  awaiting_approval: {
    approve: 'approved',
    send_back: 'draft',
    decline: 'declined',
    terminate: 'terminated',
  },
  approved: { dispatch: 'dispatched', send_back: 'draft', terminate: 'terminated' },
  dispatched: { acknowledge: 'in_progress', suspend: 'suspended', terminate: 'terminated' },
  in_progress: { conclude: 'under_review', suspend: 'suspended', terminate: 'terminated' },
  under_review: { complete: 'completed', return: 'in_progress', terminate: 'terminated' },
  completed: { strike_off: 'struck_off', reopen: 'in_progress' },
  struck_off: { archive: 'archived', reopen: 'in_progress' },
  archived: {},
  declined: {},
  suspended: { resume: 'as_before', terminate: 'terminated' },
  terminated: {},
}

/** The status after the event, or null for a refusal. Resuming needs the status the task was suspended from. */
export function nextTaskStatus(
  status: TaskStatus,
  event: TaskEvent,
  suspendedFrom?: SuspendableStatus | null,
): TaskStatus | null {
  const next = TASK_TABLE[status][event]
  if (next === 'as_before') return suspendedFrom ?? null
  return next ?? null
}

/** The events that the status allows, in the order of the table. */
export function taskEventsFrom(status: TaskStatus): TaskEvent[] {
  return TASK_EVENTS.filter((event) => TASK_TABLE[status][event] !== undefined)
}

const CLOSED_TASK: readonly TaskStatus[] = ['declined', 'completed', 'struck_off', 'terminated', 'archived']

/** Open is whatever is not declined, completed, struck off, terminated or archived. */
export function isOpenTask(status: TaskStatus): boolean {
  return !CLOSED_TASK.includes(status)
}

/** The statuses that count as open, for a `where`. */
export const OPEN_TASK_STATUSES: readonly TaskStatus[] = TASK_STATUSES.filter(isOpenTask)

/** The statuses in which units carry the task out; in any other their acts, and the reviews of them, rest. */
export const RUNNING_TASK_STATUSES: readonly TaskStatus[] = ['dispatched', 'in_progress', 'under_review']

/** True while the units of the task may act on it: it went out, and is neither suspended nor closed. */
export function isRunningTask(status: TaskStatus): boolean {
  return RUNNING_TASK_STATUSES.includes(status)
}

/** Statuses in which nothing has gone out to any unit yet. */
export const UNDISPATCHED_TASK_STATUSES: readonly TaskStatus[] = [
  'draft',
  'awaiting_approval',
  'approved',
  'declined',
]

/** The kinds of a task: time-boxed 限时, phased 阶段, ongoing 长期. */
export const TASK_KINDS = ['time_boxed', 'phased', 'ongoing'] as const
/** One of `TASK_KINDS`. */
export type TaskKind = (typeof TASK_KINDS)[number]
