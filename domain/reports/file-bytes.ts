/** True where the bytes begin with these. */
export function bytesStartWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, at) => bytes[at] === value)
}

/** True where the ASCII text occurs among the bytes: how a container's entry names are found. */
export function bytesContain(bytes: Uint8Array, ascii: string): boolean {
  const wanted = [...ascii].map((char) => char.charCodeAt(0))
  const first = wanted[0]
  if (first === undefined) return true
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((value, i) => bytes[at + i] === value)) return true
  }
  return false
}

const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]
const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0c, 0x0d]

/** True where no byte is a control character that text does not hold; UTF-16 is known by its byte-order mark alone. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (UTF16_MARKS.some((mark) => bytesStartWith(bytes, mark))) return true
  return bytes.every((byte) => byte >= 0x20 || TEXT_CONTROLS.includes(byte))
}

const MARKUP = /^\s*(<!doctype\s+html|<html|<head|<body|<script|<svg|<iframe|<\?xml|<\?php|#!)/i

/** True where text begins like a page, a drawing or a script, which a browser could be led to run. */
export function looksLikeMarkup(bytes: Uint8Array): boolean {
  const head = [...bytes.slice(0, 512)]
    .filter((byte) => byte > 0 && byte < 0x80)
    .map((byte) => String.fromCharCode(byte))
    .join('')
  return MARKUP.test(head)
}

/** The encoding in which a text's first bytes read: byte-order mark, then UTF-8, else GB18030, the usual one of older Chinese programs. */
export function charsetOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytesStartWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (bytesStartWith(head, [0xfe, 0xff])) return 'utf-16be'
  try {
    // A character may be cut off at the end of what is given.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
