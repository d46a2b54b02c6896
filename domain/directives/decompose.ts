import { cleanText } from './clean'
import type { Decomposition, DecomposeOptions } from './decomposition'
import { detectLanguage } from './language'

/** Takes a directive's text apart. Pure and linear; never throws on text; offsets are UTF-16 units of the text as received. */
export function decompose(text: string, options: DecomposeOptions = {}): Decomposition {
  const cleaned = cleanText(text)
  const total = cleaned.entries.length
  return {
    language: detectLanguage(cleaned.text),
    metadata: {
      title: null,
      issuer: null,
      docNumber: null,
      issuedOn: options.issuedOn ? { value: options.issuedOn, start: null, end: null } : null,
      kind: null,
      chair: null,
      urgency: null,
      marking: null,
    },
    cleaning: { counts: cleaned.counts, total },
    provisions:
      text.trim() === ''
        ? []
        : [{ start: 0, end: text.length, path: [], class: 'background', reason: 'unread' }],
    tasks: [],
    warnings: [],
  }
}
