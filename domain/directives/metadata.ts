import type { CleanText } from './clean'
import type { DirectiveLanguage, Metadata } from './decomposition'

/** Particulars read in the text. */
export function readMetadata(
  _cleaned: CleanText,
  _match: string,
  _language: DirectiveLanguage,
  issuedOn: string | null,
): Metadata {
  return {
    title: null,
    issuer: null,
    docNumber: null,
    issuedOn: issuedOn ? { value: issuedOn, start: null, end: null } : null,
    kind: null,
    chair: null,
    urgency: null,
    marking: null,
  }
}
