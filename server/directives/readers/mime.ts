const MIME_HEAD = /^(?:[\w-]{2,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+/
const DEEPEST = 4

/** The web page inside a page saved as one file (MIME, .mht), with the encoding that it names; null where the bytes are no such file. */
export function htmlOfMime(bytes: Uint8Array): { bytes: Uint8Array; label: string | null } | null {
  const text = Buffer.from(bytes).toString('latin1')
  return MIME_HEAD.test(text) && /^content-type:/im.test(text.slice(0, 4096)) ? partOf(text, DEEPEST) : null
}

function partOf(part: string, left: number): { bytes: Uint8Array; label: string | null } | null {
  const split = /\r?\n\r?\n/.exec(part)
  if (!split || left === 0) return null
  const head = part.slice(0, split.index).replace(/\r?\n[ \t]+/g, ' ')
  const body = part.slice(split.index + split[0].length)
  const type = /^content-type:\s*([^\r\n]*)/im.exec(head)?.[1] ?? ''
  const boundary = /boundary="?([^";\s]{1,100})"?/i.exec(type)?.[1]
  if (boundary) {
    for (const inner of body.split(`--${boundary}`).slice(1, 200)) {
      const found = partOf(inner.replace(/^\r?\n/, ''), left - 1)
      if (found) return found
    }
    return null
  }
  if (!/text\/html/i.test(type)) return null
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase()
  return { bytes: decode(body, encoding), label: /charset="?([\w-]{2,30})/i.exec(type)?.[1] ?? null }
}

function decode(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'))
  if (encoding !== 'quoted-printable') return new Uint8Array(Buffer.from(body, 'latin1'))
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return new Uint8Array(Buffer.from(plain, 'latin1'))
}
