import { nounOf, type AuditEvent } from '@/domain/audit/events'

/** What somebody read or took out changes no page. */
const READINGS: readonly string[] = ['evidence', 'audit', 'record']
/** Work on what has not left its unit; a report's is told to those who read it (its own rule), other nouns' to nobody. */
const INSIDE = ['drafted', 'edited', 'discarded', 'shared', 'sent_for_signoff', 'sent_back']

/** True for a recorded act that open pages hear of, by those who may read its record. Reports in draft are asked of one by one. */
export function tellsOpenPages(event: string): boolean {
  const noun = nounOf(event as AuditEvent)
  if (READINGS.includes(noun) || event.endsWith('.exported') || event.endsWith('.read')) return false
  const verb = event.slice(noun.length + 1)
  return ['task', 'directive', 'report'].includes(noun) || !INSIDE.includes(verb)
}

/** True for an act after which a person's rights may be others: their open pages connect anew. */
export function changesRights(event: string): boolean {
  return event.startsWith('role.') || event === 'account.left' || event.startsWith('deputy.')
}
