/** The statuses of an assignment 承办分工 (domain.md §3). */
export const ASSIGNMENT_STATUSES = [
  'awaiting_acknowledgement',
  'acknowledged',
  'in_progress',
  'reported_done',
  'accepted',
  'waived',
  'refused',
  'replaced',
] as const
/** One of `ASSIGNMENT_STATUSES`. */
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number]

/**
 * The events of an assignment. `rule_stands`: the refusal is overruled. `withdraw`: the unit takes back its
 * completion report before a review opens. `correct_review`: the review of it is taken back. `reopen`: its task is reopened.
 */
export const ASSIGNMENT_EVENTS = [
  'acknowledge',
  'refuse',
  'rule_stands',
  'replace',
  'start',
  'report_done',
  'withdraw',
  'return',
  'accept',
  'waive',
  'correct_review',
  'reopen',
] as const
/** One of `ASSIGNMENT_EVENTS`. */
export type AssignmentEvent = (typeof ASSIGNMENT_EVENTS)[number]

const leavesOpen = { waive: 'waived', replace: 'replaced' } as const

/** Where each event leads; a missing cell is a refusal. Any open assignment may be waived or replaced. */
export const ASSIGNMENT_TABLE: {
  readonly [S in AssignmentStatus]: Readonly<Partial<Record<AssignmentEvent, AssignmentStatus>>>
} = {
  awaiting_acknowledgement: { acknowledge: 'acknowledged', refuse: 'refused', ...leavesOpen },
  acknowledged: { start: 'in_progress', ...leavesOpen },
  in_progress: { report_done: 'reported_done', correct_review: 'reported_done', ...leavesOpen },
  reported_done: { accept: 'accepted', return: 'in_progress', withdraw: 'in_progress', ...leavesOpen },
  accepted: { reopen: 'in_progress', correct_review: 'reported_done' },
  waived: {},
  refused: { rule_stands: 'acknowledged', ...leavesOpen },
  replaced: {},
}

/** The status after the event, or null for a refusal. */
export function nextAssignmentStatus(
  status: AssignmentStatus,
  event: AssignmentEvent,
): AssignmentStatus | null {
  return ASSIGNMENT_TABLE[status][event] ?? null
}

const CLOSED_ASSIGNMENT: readonly AssignmentStatus[] = ['accepted', 'waived', 'replaced']

/** Open is whatever is not accepted, waived or replaced; a refused one waits for a ruling and is open. */
export function isOpenAssignment(status: AssignmentStatus): boolean {
  return !CLOSED_ASSIGNMENT.includes(status)
}

/** Active is whatever has not been given to another unit; a task has at most one active lead. */
export function isActiveAssignment(status: AssignmentStatus): boolean {
  return status !== 'replaced'
}

/** True once the unit has acknowledged; a waived or replaced assignment says nothing of it. */
export function isAcknowledged(status: AssignmentStatus): boolean {
  return ['acknowledged', 'in_progress', 'reported_done', 'accepted'].includes(status)
}

/** The part a unit plays: lead 牵头, supporting 协办, local 下级承办. */
export const ASSIGNMENT_PARTS = ['lead', 'supporting', 'local'] as const
/** One of `ASSIGNMENT_PARTS`. */
export type AssignmentPart = (typeof ASSIGNMENT_PARTS)[number]
