import type { CleanText } from './clean'
import type { DirectiveLanguage, Metadata } from './decomposition'
import { metadataEn } from './metadata-en'
import { metadataZh } from './metadata-zh'

/** Particulars read in the text, each with where it stands; a date of issue entered by hand wins over the one read. */
export function readMetadata(
  cleaned: CleanText,
  match: string,
  language: DirectiveLanguage,
  issuedOn: string | null,
): Metadata {
  const read = language === 'en' ? metadataEn(cleaned) : metadataZh(cleaned, match)
  return issuedOn && read.issuedOn?.value !== issuedOn
    ? { ...read, issuedOn: { value: issuedOn, start: null, end: null } }
    : read
}
