import { nounOf, type AuditEvent } from '@/domain/audit/events'

/** What somebody read or took out changes no page. */
const READINGS: readonly string[] = ['evidence', 'audit', 'record']
/** Work on what has not left its unit; a report's is told to those who read it (its own rule), these to nobody. */
const INSIDE =
  /^(extension|urge|note)\.(drafted|discarded|sent_for_signoff|sent_back|answer_drafted|answer_sent_for_signoff|answer_sent_back)$/

/** True for a recorded act that open pages hear of, by those who may read its record. Reports in draft are asked of one by one. */
export function tellsOpenPages(event: string): boolean {
  if (READINGS.includes(nounOf(event as AuditEvent)) || INSIDE.test(event)) return false
  return !event.endsWith('.exported') && !event.endsWith('.read')
}

const RIGHTS: readonly string[] = ['role', 'deputy', 'portfolio', 'unit', 'guidance']

/** True for an act after which somebody's rights may be others: open pages connect anew. */
export function changesRights(event: string): boolean {
  return RIGHTS.includes(nounOf(event as AuditEvent)) || event === 'account.left'
}
