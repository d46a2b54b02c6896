/** Encodings that an uploaded text may have; UTF-16 mostly by its byte-order mark. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
/** One of `ENCODINGS`. */
export type Encoding = (typeof ENCODINGS)[number]

/** A text with its encoding; `doubtful` where a person should look at the choices. */
export type DecodedText = { text: string; encoding: Encoding; doubtful: boolean }

/** Share of two-byte characters in the common part of GB2312 below which a text is hardly GB18030. */
const COMMON_SHARE = 0.85
/** Fewer bytes than this beyond ASCII prove no encoding. */
const FEW_BYTES = 24
/** From this share of NUL bytes on a text is UTF-16. */
const NUL_SHARE = 0.1
const HAN = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/g
const BEYOND_ASCII = /[^\x00-\x7f]/g

/** Decodes as one encoding, or null where the bytes are no such text. A byte-order mark stays: offsets count the text as received. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Byte-order mark, then UTF-8, then GB18030; anything else is a doubtful guess. Null where no encoding fits. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = markedEncoding(bytes)
  const byMark = marked && decodeAs(bytes, marked)
  if (marked && byMark !== null) return { text: byMark, encoding: marked, doubtful: false }
  const utf8 = decodeAs(bytes, 'utf-8')
  // A stray NUL is the file's fault and is said so; every second byte a NUL is UTF-16 without its mark.
  if (utf8 !== null && nulShare(bytes) < NUL_SHARE) {
    return { text: utf8, encoding: 'utf-8', doubtful: looksForeign(utf8, bytes) }
  }
  const gb = decodeAs(bytes, 'gb18030')
  if (gb !== null && nulShare(bytes) < NUL_SHARE) {
    return { text: gb, encoding: 'gb18030', doubtful: commonShare(bytes) < COMMON_SHARE }
  }
  const other = choicesOf(bytes)[0]
  return other ? { ...other, doubtful: true } : null
}

/** Every encoding in which the bytes are a text: what a person chooses from. */
export function choicesOf(bytes: Uint8Array): { encoding: Encoding; text: string }[] {
  return ENCODINGS.flatMap((encoding) => {
    const text = decodeAs(bytes, encoding)
    return text === null || text.includes('\0') ? [] : [{ encoding, text }]
  })
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function nulShare(bytes: Uint8Array): number {
  let nuls = 0
  for (const byte of bytes) if (byte === 0) nuls++
  return bytes.length === 0 ? 0 : nuls / bytes.length
}

/** Valid UTF-8 by chance: few bytes beyond ASCII that are GB18030 as well, and what they spell is not Chinese. */
function looksForeign(utf8: string, bytes: Uint8Array): boolean {
  const beyond = utf8.match(BEYOND_ASCII)?.length ?? 0
  if (beyond === 0 || beyond > FEW_BYTES) return false
  const han = utf8.match(HAN)?.length ?? 0
  return han * 2 < beyond && decodeAs(bytes, 'gb18030') !== null
}

/** Of the two-byte characters, how many lie in GB2312: Big5 read as GB18030 has most of its second bytes elsewhere. */
function commonShare(bytes: Uint8Array): number {
  let pairs = 0
  let common = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[i + 1] ?? 0
    pairs++
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++
    i += trail >= 0x30 && trail <= 0x39 ? 3 : 1
  }
  return pairs === 0 ? 1 : common / pairs
}
