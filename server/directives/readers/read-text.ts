import { choicesOf, decodeAs, decodeText, type Encoding } from '@/server/directives/decode-text'
import { failRefused } from '@/server/errors'
import { documentText, type DocumentText } from './document-text'

/** Reads a plain text, every character as it came (a byte-order mark too). Refused: directive.text_undecodable. */
export function readText(bytes: Uint8Array, chosen?: Encoding): DocumentText {
  if (chosen) {
    const text = decodeAs(bytes, chosen) ?? failRefused('directive.text_undecodable')
    return documentText('txt', text, { encoding: chosen, choices: choicesOf(bytes) })
  }
  const { text, encoding, doubtful } = decodeText(bytes) ?? failRefused('directive.text_undecodable')
  return documentText('txt', text, { encoding, doubtful, choices: doubtful ? choicesOf(bytes) : [] })
}
