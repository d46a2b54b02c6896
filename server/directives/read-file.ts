import { findSecretMark } from '@/domain/directives/secret-marks'
import { refusalOfText, type TextRefusal } from '@/domain/directives/intake-rules'
import { readApart } from '@/server/directives/read-apart'
import type { DocumentText } from '@/server/directives/readers/document-text'
import { kindOfFile } from '@/server/directives/readers/kind-of-file'
import type { DocumentFile } from '@/server/directives/readers/read-document'
import { readText } from '@/server/directives/readers/read-text'
import { failRefused } from '@/server/errors'

/**
 * The text of a file at intake, nothing stored: plain texts here, everything else apart from the server. Refused: those of `readDocument`
 * and `readApart`; those of `refusalOfText`, a state-secret mark under any possible reading of the file (every encoding, page heads,
 * properties, hidden words, its name) before any other.
 */
export async function readFile(file: DocumentFile): Promise<DocumentText> {
  const isText = kindOfFile(file.bytes, file.name) === 'txt'
  const read = isText ? readText(file.bytes, file.encoding) : await readApart(file)
  const refusal = secretOf(file, read) ?? refusalOfText(read.text)
  if (refusal) failRefused(refusal.code, refusal.params)
  return read
}

function secretOf({ name }: DocumentFile, read: DocumentText): TextRefusal | null {
  const stem = name.replace(/\.\w{1,5}$/, '')
  for (const words of [read.text, ...read.choices.map((choice) => choice.text), ...read.further, stem]) {
    const mark = findSecretMark(words)
    if (mark) return { code: 'directive.secret_mark', params: { level: mark.level }, secret: true }
  }
  return null
}
