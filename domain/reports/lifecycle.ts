import type { AssignmentEvent } from '@/domain/tasks/assignment-lifecycle'

/** The statuses of a report 进展反馈 (domain.md §3). A change after submission is a new version, never an edit. */
export const REPORT_STATUSES = [
  'draft',
  'awaiting_signoff',
  'submitted',
  'accepted',
  'returned',
  'withdrawn',
] as const
/** One of `REPORT_STATUSES`. */
export type ReportStatus = (typeof REPORT_STATUSES)[number]

/**
 * The events of a report. `submit` from draft is the head's own; from awaiting sign-off it is the signature. `correct_review`: the reviewer
 * takes the decision back within seconds (screens.md §7).
 */
export const REPORT_EVENTS = [
  'send_for_signoff',
  'send_back',
  'submit',
  'withdraw',
  'accept',
  'return',
  'correct_review',
] as const
/** One of `REPORT_EVENTS`. */
export type ReportEvent = (typeof REPORT_EVENTS)[number]

/** Where each event leads; a missing cell is a refusal. */
export const REPORT_TABLE: {
  readonly [S in ReportStatus]: Readonly<Partial<Record<ReportEvent, ReportStatus>>>
} = {
  draft: { send_for_signoff: 'awaiting_signoff', submit: 'submitted' },
  awaiting_signoff: { send_back: 'draft', submit: 'submitted' },
  submitted: { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
  accepted: { correct_review: 'submitted' },
  returned: { correct_review: 'submitted' },
  withdrawn: {},
}

/** The status after the event, or null for a refusal. */
export function nextReportStatus(status: ReportStatus, event: ReportEvent): ReportStatus | null {
  return REPORT_TABLE[status][event] ?? null
}

/** Reports that have not left the unit: nobody outside it reads them, leaders neither. */
export const UNSIGNED_REPORT_STATUSES: readonly ReportStatus[] = ['draft', 'awaiting_signoff']

/** True while the report is inside the unit. */
export function isUnsigned(status: ReportStatus): boolean {
  return UNSIGNED_REPORT_STATUSES.includes(status)
}

/** What a report is: progress, no change 本期无变化, completion 申请办结. */
export const REPORT_KINDS = ['progress', 'no_change', 'completion'] as const
/** One of `REPORT_KINDS`. */
export type ReportKind = (typeof REPORT_KINDS)[number]

const COMPLETION_MOVES: Readonly<Partial<Record<ReportEvent, AssignmentEvent>>> = {
  submit: 'report_done',
  accept: 'accept',
  return: 'return',
  withdraw: 'withdraw',
  correct_review: 'correct_review',
}

/** What the report's event does to its assignment: only a completion report moves it, any other gives null. */
export function assignmentEventOf(kind: ReportKind, event: ReportEvent): AssignmentEvent | null {
  return kind === 'completion' ? (COMPLETION_MOVES[event] ?? null) : null
}

/** What stands against submitting without a separate signature: only the head's own draft goes straight out. */
export function missingForStraightSubmission(
  report: { status: ReportStatus; writtenById: string | null },
  personId: string | null,
): { code: string; params: Record<string, string> }[] {
  if (report.status !== 'draft' || (personId !== null && report.writtenById === personId)) return []
  return [{ code: 'report.awaits_signoff_first', params: {} }]
}
