import mammoth from 'mammoth'
import { failRefused } from '@/server/errors'

/** The words of a .docx: a line for each paragraph, a line for each table row with tabs between its cells. */
export type DocxText = {
  text: string
  /** True where Word numbered paragraphs itself: such numbers are no characters of the document and are not read. */
  autoNumbered: boolean
}

/** Most bytes that the parts of a .docx may unpack to: a few kilobytes can claim gigabytes. */
const MAX_UNPACKED = 100 * 1_048_576
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Reads a .docx. Refused: directive.docx_unreadable, directive.docx_too_large. */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  const unpacked = unpackedSize(bytes)
  if (unpacked === null) failRefused('directive.docx_unreadable')
  if (unpacked > MAX_UNPACKED) failRefused('directive.docx_too_large')
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), ignoreEmptyParagraphs: false },
    )
    .then(
      (result) => result.value,
      () => failRefused('directive.docx_unreadable'),
    )
  return { text: linesOf(html), autoNumbered: html.includes('<ol>') }
}

/** mammoth writes well-formed HTML of few elements; this keeps their lines. */
function linesOf(html: string): string {
  let out = ''
  let cells = 0
  const breakLine = () => {
    if (cells > 0) out += ' '
    else out += '\n'
  }
  for (const [piece, tag] of html.matchAll(/<(\/?[a-z0-9]+)[^>]*>|[^<]+/g)) {
    if (tag === undefined) out += decodeEntities(piece)
    else if (tag === 'td' || tag === 'th') cells++
    else if (tag === '/td' || tag === '/th') {
      cells--
      out = `${out.trimEnd()}\t`
    } else if (tag === '/tr') out = `${out.replace(/\t$/, '')}\n`
    else if (tag === 'br') breakLine()
    else if (tag === '/p' || tag === '/li' || /^\/h\d$/.test(tag)) {
      if (!out.endsWith('\n') || tag === '/p') breakLine()
    }
  }
  return out.replace(/\n+$/, '\n')
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    if (hex) return String.fromCodePoint(parseInt(hex, 16))
    return ENTITIES[name] ?? whole
  })
}

/** What the parts of a zip say they unpack to, in bytes; null where it is no zip. */
function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return null
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    total += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}
