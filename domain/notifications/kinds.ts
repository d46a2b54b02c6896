import type { AuditEvent } from '@/domain/audit/events'

/**
 * To do 要办: cannot be dismissed, leaves when done, alone counted by the badge. For information 知会: read, keep, mute.
 */
export type NoticeClass = 'to_do' | 'information'

/** Whom a notice goes to; the command finds the people or the unit. */
export type NoticeRecipient =
  | 'approvers'
  | 'drafters'
  | 'assigned_units'
  | 'lead_unit'
  | 'owner'
  | 'unit_heads'
  | 'writer'
  | 'person'
  | 'security_admins'

/** What each recorded act tells, and to whom; an act that is not named tells nobody. */
export const NOTICES = {
  'task.submitted': { class: 'to_do', to: ['approvers'] },
  'task.sent_back': { class: 'to_do', to: ['drafters'] },
  'task.declined': { class: 'information', to: ['drafters'] },
  'task.approved': { class: 'information', to: ['drafters'] },
  'task.dispatched': { class: 'to_do', to: ['assigned_units'] },
  'assignment.dispatched': { class: 'to_do', to: ['assigned_units'] },
  'assignment.acknowledged': { class: 'information', to: ['owner'] },
  'assignment.refused': { class: 'to_do', to: ['owner'] },
  'assignment.ruled_to_stand': { class: 'to_do', to: ['assigned_units'] },
  'assignment.replaced': { class: 'information', to: ['assigned_units'] },
  'assignment.waived': { class: 'information', to: ['assigned_units'] },
  'report.sent_for_signoff': { class: 'to_do', to: ['unit_heads'] },
  'report.sent_back': { class: 'to_do', to: ['writer'] },
  'report.submitted': { class: 'to_do', to: ['owner'] },
  'report.withdrawn': { class: 'information', to: ['owner'] },
  'report.accepted': { class: 'information', to: ['assigned_units', 'writer'] },
  'report.returned': { class: 'to_do', to: ['assigned_units', 'writer'] },
  'report.review_corrected': { class: 'information', to: ['assigned_units'] },
  'report.review_handed_over': { class: 'information', to: ['person'] },
  'task.concluded': { class: 'to_do', to: ['approvers'] },
  'task.returned': { class: 'to_do', to: ['owner'] },
  'task.completed': { class: 'information', to: ['assigned_units', 'drafters'] },
  'task.struck_off': { class: 'information', to: ['assigned_units'] },
  'task.suspended': { class: 'information', to: ['assigned_units', 'owner'] },
  'task.resumed': { class: 'information', to: ['assigned_units', 'owner'] },
  'task.terminated': { class: 'information', to: ['assigned_units', 'owner'] },
  'task.reopened': { class: 'to_do', to: ['assigned_units', 'owner'] },
  'task.due_date_changed': { class: 'information', to: ['assigned_units'] },
  'task.people_named': { class: 'information', to: ['person'] },
  'assignment.person_named': { class: 'information', to: ['person'] },
  'note.written': { class: 'to_do', to: ['lead_unit'] },
  'urge.sent': { class: 'to_do', to: ['assigned_units'] },
  'urge.answer_drafted': { class: 'to_do', to: ['unit_heads'] },
  'urge.answered': { class: 'information', to: ['owner'] },
  'urge.lapsed': { class: 'to_do', to: ['owner'] },
  'urge.escalated': { class: 'information', to: ['person'] },
  'note.answer_sent_for_signoff': { class: 'to_do', to: ['unit_heads'] },
  'note.answer_sent_back': { class: 'to_do', to: ['writer'] },
  'note.answered': { class: 'to_do', to: ['person'] },
  'note.answer_released': { class: 'information', to: ['person', 'assigned_units'] },
  'study.required': { class: 'to_do', to: ['assigned_units'] },
  'study.named': { class: 'to_do', to: ['person'] },
  'extension.sent_for_signoff': { class: 'to_do', to: ['unit_heads'] },
  'extension.sent_back': { class: 'to_do', to: ['writer'] },
  'extension.requested': { class: 'to_do', to: ['owner'] },
  'extension.endorsed': { class: 'to_do', to: ['approvers'] },
  'extension.granted': { class: 'information', to: ['assigned_units'] },
  'extension.refused': { class: 'information', to: ['assigned_units'] },
  'extension.withdrawn': { class: 'information', to: ['assigned_units'] },
  'statement.drawn_up': { class: 'to_do', to: ['unit_heads'] },
  'statement.signed': { class: 'to_do', to: ['approvers'] },
  'statement.countersigned': { class: 'information', to: ['assigned_units', 'drafters'] },
  'statement.sent_back': { class: 'to_do', to: ['drafters'] },
  'statement.withdrawn': { class: 'information', to: ['assigned_units'] },
  'bulletin.submitted': { class: 'to_do', to: ['approvers'] },
  'bulletin.sent_up': { class: 'to_do', to: ['approvers'] },
  'bulletin.sent_back': { class: 'to_do', to: ['writer'] },
  'bulletin.approved': { class: 'to_do', to: ['approvers'] },
  'bulletin.told': { class: 'to_do', to: ['unit_heads'] },
  'bulletin.naming_answered': { class: 'information', to: ['writer'] },
  'bulletin.remarked': { class: 'information', to: ['writer'] },
  'bulletin.published': { class: 'information', to: ['assigned_units'] },
  'bulletin.withdrawn': { class: 'information', to: ['assigned_units'] },
  'milestone.redated': { class: 'information', to: ['lead_unit'] },
  'register.created': { class: 'information', to: ['assigned_units'] },
  'role.granted': { class: 'information', to: ['person'] },
  'role.withdrawn': { class: 'information', to: ['person'] },
  'unit.merged': { class: 'information', to: ['assigned_units'] },
  'unit.split': { class: 'information', to: ['assigned_units'] },
  'deputy.named': { class: 'information', to: ['person'] },
  'deputy.ended': { class: 'information', to: ['person'] },
  'record.exported': { class: 'information', to: ['person'] },
  'account.two_step_set_up': { class: 'information', to: ['person'] },
  'account.two_step_turned_off': { class: 'information', to: ['person'] },
  'account.two_step_removed': { class: 'information', to: ['person'] },
  'account.recovery_codes_made': { class: 'information', to: ['person'] },
  'session.locked': { class: 'information', to: ['security_admins'] },
} as const satisfies Partial<Record<AuditEvent, { class: NoticeClass; to: readonly NoticeRecipient[] }>>

/** Told to their person though done in that person's name: where it was somebody else at another device, nobody else would notice. */
export const TOLD_OF_OWN: readonly string[] = [
  'account.two_step_set_up',
  'account.two_step_turned_off',
  'account.recovery_codes_made',
]

/** A recorded act that tells somebody. */
export type NoticeEvent = keyof typeof NOTICES

/** All of them, for the messages. */
export const NOTICE_EVENTS = Object.keys(NOTICES) as NoticeEvent[]

/** True for an event that tells somebody. */
export function isNoticeEvent(event: string): event is NoticeEvent {
  return event in NOTICES
}

/** What is for information only: what a person reads, keeps, or mutes by kind. */
export const INFORMATION_EVENTS = NOTICE_EVENTS.filter((event) => NOTICES[event].class === 'information')
