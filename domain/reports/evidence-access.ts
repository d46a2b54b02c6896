import { homeUnitsOf, type Actor } from '@/domain/permissions/actor'
import { can, type ReportFacts } from '@/domain/permissions/policy'
import { EVIDENCE_TYPES } from './evidence'

/** What the rule needs to know of a piece of evidence: the unit that gave it, and the reports it hangs on. */
export type EvidenceFacts = { unitId: string; reports: readonly ReportFacts[] }

/** Evidence is read by whoever may read a report it hangs on, and by the people of the unit that gave it (to use it again). */
export function mayReadEvidence(actor: Actor, evidence: EvidenceFacts): boolean {
  if (homeUnitsOf(actor, 'unit_head', 'liaison').includes(evidence.unitId)) return true
  return evidence.reports.some((report) => can(actor, 'report.read', report))
}

/** Kinds that a browser may show in place: pictures it can draw, text, PDF. All else is downloaded. */
const INLINE = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain', 'text/csv']

/** True for a type that is shown in place. */
export function isShownInline(mime: string): boolean {
  return INLINE.includes(mime)
}

/** Office files that a browser cannot draw: their words are read by the server and shown as text. */
const AS_TEXT: readonly string[] = [
  EVIDENCE_TYPES.docx,
  EVIDENCE_TYPES.xlsx,
  EVIDENCE_TYPES.doc,
  EVIDENCE_TYPES.ofd,
]

/** True for a type whose words are shown in place of its pages. */
export function isReadAsText(mime: string): boolean {
  return AS_TEXT.includes(mime)
}
