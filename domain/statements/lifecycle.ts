import type { Permission } from '@/domain/permissions/policy-table'

/** The statuses of a responsibility statement 责任状 (domain.md §2); literals equal the database's. */
export const STATEMENT_STATUSES = [
  'awaiting_signature',
  'awaiting_countersignature',
  'in_force',
  'sent_back',
  'withdrawn',
  'superseded',
] as const
/** One of `STATEMENT_STATUSES`. */
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

/** The events of a statement; `supersede` follows from the countersignature of the next one, nobody presses it. */
export const STATEMENT_EVENTS = ['sign', 'countersign', 'send_back', 'withdraw', 'supersede'] as const
/** One of `STATEMENT_EVENTS`. */
export type StatementEvent = (typeof STATEMENT_EVENTS)[number]

/** Where each event leads; a missing cell is a refusal. Whoever holds it may send it back. */
export const STATEMENT_TABLE: {
  readonly [S in StatementStatus]: Readonly<Partial<Record<StatementEvent, StatementStatus>>>
} = {
  awaiting_signature: { sign: 'awaiting_countersignature', send_back: 'sent_back', withdraw: 'withdrawn' },
  awaiting_countersignature: { countersign: 'in_force', send_back: 'sent_back', withdraw: 'withdrawn' },
  in_force: { supersede: 'superseded' },
  sent_back: { withdraw: 'withdrawn' },
  withdrawn: {},
  superseded: {},
}

/** The status after the event, or null for a refusal. */
export function nextStatementStatus(status: StatementStatus, event: StatementEvent): StatementStatus | null {
  return STATEMENT_TABLE[status][event] ?? null
}

/** Statements that wait for a signature: one a unit and directive. */
export const OPEN_STATEMENT_STATUSES: readonly StatementStatus[] = [
  'awaiting_signature',
  'awaiting_countersignature',
]

/** True while a signature is waited for. */
export function isOpenStatement(status: StatementStatus): boolean {
  return OPEN_STATEMENT_STATUSES.includes(status)
}

/** Who may send it back: whoever is asked to sign in that status; null where nobody is. */
export function sendBackPermissionOf(
  status: StatementStatus,
): Extract<Permission, 'statement.sign' | 'statement.countersign'> | null {
  if (status === 'awaiting_signature') return 'statement.sign'
  return status === 'awaiting_countersignature' ? 'statement.countersign' : null
}

/** Most characters of a reason for sending it back. */
export const STATEMENT_REASON_LIMIT = 500
