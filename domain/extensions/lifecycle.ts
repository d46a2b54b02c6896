import type { FailureParams } from '@/domain/errors'
import type { Permission } from '@/domain/permissions/policy-table'

/** The statuses of an extension 延期申请 (domain.md §3); literals equal the database's. */
export const EXTENSION_STATUSES = [
  'draft',
  'awaiting_signoff',
  'awaiting_office',
  'awaiting_leader',
  'granted',
  'refused',
  'withdrawn',
] as const
/** One of `EXTENSION_STATUSES`. */
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number]

/**
 * The events of an extension. `sign` is the head's signature (from the draft: of what the head wrote), `sign_down` the same on
 * an assignment that was handed down: there is no office in between, whoever handed it down decides.
 */
export const EXTENSION_EVENTS = [
  'send_for_signoff',
  'sign',
  'sign_down',
  'send_back',
  'endorse',
  'grant',
  'refuse',
  'withdraw',
] as const
/** One of `EXTENSION_EVENTS`. */
export type ExtensionEvent = (typeof EXTENSION_EVENTS)[number]

/** Where each event leads; a missing cell is a refusal. Whoever holds it may refuse it. */
export const EXTENSION_TABLE: {
  readonly [S in ExtensionStatus]: Readonly<Partial<Record<ExtensionEvent, ExtensionStatus>>>
} = {
  draft: { send_for_signoff: 'awaiting_signoff', sign: 'awaiting_office', sign_down: 'awaiting_leader' },
  awaiting_signoff: {
    sign: 'awaiting_office',
    sign_down: 'awaiting_leader',
    send_back: 'draft',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  awaiting_office: { endorse: 'awaiting_leader', refuse: 'refused', withdraw: 'withdrawn' },
  awaiting_leader: { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' },
  granted: {},
  refused: {},
  withdrawn: {},
}

/** The permission that an event asks for. Refusing asks for that of whoever holds the request (`refusePermissionOf`). */
export const EXTENSION_EVENT_PERMISSION = {
  send_for_signoff: 'extension.draft',
  sign: 'extension.request',
  sign_down: 'extension.request',
  send_back: 'extension.request',
  endorse: 'extension.endorse',
  grant: 'extension.grant',
  withdraw: 'extension.withdraw',
} as const satisfies Record<Exclude<ExtensionEvent, 'refuse'>, Permission>

/** Who may refuse in a status: the one who holds the request; null where nobody does. */
export function refusePermissionOf(
  status: ExtensionStatus,
): 'extension.request' | 'extension.endorse' | 'extension.grant' | null {
  if (status === 'awaiting_signoff') return 'extension.request'
  if (status === 'awaiting_office') return 'extension.endorse'
  return status === 'awaiting_leader' ? 'extension.grant' : null
}

/** The status after the event, or null for a refusal. */
export function nextExtensionStatus(status: ExtensionStatus, event: ExtensionEvent): ExtensionStatus | null {
  return EXTENSION_TABLE[status][event] ?? null
}

/** Requests that are under way: one an assignment. */
export const OPEN_EXTENSION_STATUSES: readonly ExtensionStatus[] = [
  'draft',
  'awaiting_signoff',
  'awaiting_office',
  'awaiting_leader',
]

/** True while the request is under way. */
export function isOpenExtension(status: ExtensionStatus): boolean {
  return OPEN_EXTENSION_STATUSES.includes(status)
}

/** Why more time is asked for. */
export const EXTENSION_REASONS = [
  'others_late',
  'scope_grew',
  'force_majeure',
  'resources',
  'approval_pending',
  'other',
] as const
/** One of `EXTENSION_REASONS`. */
export type ExtensionReason = (typeof EXTENSION_REASONS)[number]

/** Where a request goes: by the office to a leader, or, on what was handed down, straight to whoever handed it down. */
export type ExtensionRoute = 'office' | 'owner'

/** The route of an assignment: handed down is a part below another, and every part of a task that a unit owns. */
export function routeOf(facts: { officeOwned: boolean; parentAssignmentId: string | null }): ExtensionRoute {
  return facts.officeOwned && facts.parentAssignmentId === null ? 'office' : 'owner'
}

/** Nobody approves their own: true for whoever wrote or signed the request. */
export function isOwnExtension(
  extension: { writtenById: string | null; signedById: string | null },
  personId: string | null,
): boolean {
  return personId === null || extension.writtenById === personId || extension.signedById === personId
}

/** One thing that stands against an act on a request: the rule and its figures. */
export type ExtensionObstacle = { code: string; params: FailureParams }
