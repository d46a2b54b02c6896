import type { Permission } from '@/domain/permissions/policy-table'

/** What is published: the account over many directives 督查通报, or the report on one 专题报告. */
export const BULLETIN_KINDS = ['bulletin', 'special_report'] as const
/** One of `BULLETIN_KINDS`. */
export type BulletinKind = (typeof BULLETIN_KINDS)[number]

/** The statuses of a bulletin; literals equal the database's. */
export const BULLETIN_STATUSES = [
  'draft',
  'awaiting_head',
  'awaiting_leader',
  'approved',
  'published',
  'withdrawn',
] as const
/** One of `BULLETIN_STATUSES`. */
export type BulletinStatus = (typeof BULLETIN_STATUSES)[number]

/** 送审, 送领导, 批准, 退回修改, 发布, 撤回. */
export const BULLETIN_EVENTS = ['submit', 'send_up', 'approve', 'send_back', 'publish', 'withdraw'] as const
/** One of `BULLETIN_EVENTS`. */
export type BulletinEvent = (typeof BULLETIN_EVENTS)[number]

/** Where each event leads; a missing cell is a refusal. The head sends up what the head drafted without a step between. */
export const BULLETIN_TABLE: {
  readonly [S in BulletinStatus]: Readonly<Partial<Record<BulletinEvent, BulletinStatus>>>
} = {
  draft: { submit: 'awaiting_head', send_up: 'awaiting_leader', withdraw: 'withdrawn' },
  awaiting_head: { send_up: 'awaiting_leader', send_back: 'draft', withdraw: 'withdrawn' },
  awaiting_leader: { approve: 'approved', send_back: 'draft', withdraw: 'withdrawn' },
  approved: { publish: 'published', send_back: 'draft', withdraw: 'withdrawn' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
}

/** The status after the event, or null for a refusal. */
export function nextBulletinStatus(status: BulletinStatus, event: BulletinEvent): BulletinStatus | null {
  return BULLETIN_TABLE[status][event] ?? null
}

/** Who may bring an event about in a status: whoever holds it sends it back; a draft is given up by whoever drafts, all else withdrawn by the head. */
export function bulletinPermissionOf(status: BulletinStatus, event: BulletinEvent): Permission {
  switch (event) {
    case 'submit':
      return 'bulletin.draft'
    case 'approve':
      return 'bulletin.approve'
    case 'send_back':
      return status === 'awaiting_leader' ? 'bulletin.approve' : 'bulletin.publish'
    case 'withdraw':
      return status === 'draft' ? 'bulletin.draft' : 'bulletin.publish'
    case 'send_up':
    case 'publish':
      return 'bulletin.publish'
  }
}

/** Events that ask for a line of text. */
export const BULLETIN_EVENTS_WITH_REASON: readonly BulletinEvent[] = ['send_back', 'withdraw']

/** Where text and figures may still be changed (by the officer or head who drafts; before the head's step by the head alone). */
export function editPermissionOf(status: BulletinStatus): Permission | null {
  if (status === 'draft') return 'bulletin.draft'
  return status === 'awaiting_head' ? 'bulletin.publish' : null
}

/** Before its end: neither published nor withdrawn. */
export function isUnderWay(status: BulletinStatus): boolean {
  return status !== 'published' && status !== 'withdrawn'
}

/** The audit entry that each event leaves. */
export const BULLETIN_EVENT_AUDIT = {
  submit: 'bulletin.submitted',
  send_up: 'bulletin.sent_up',
  approve: 'bulletin.approved',
  send_back: 'bulletin.sent_back',
  publish: 'bulletin.published',
  withdraw: 'bulletin.withdrawn',
} as const satisfies Record<BulletinEvent, string>
