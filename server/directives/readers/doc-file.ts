import { decodeWestern } from '@/server/directives/decode-text'
import { failRefused } from '@/server/errors'
import { docRuns, runAt, SPRM, sprmsOf, viewOf, type DocRun } from './doc-properties'
import type { OleFile } from './ole'

const WORD_97 = 0xa5ec
const OLDEST = 0x00c1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const EIGHT_BIT = 0x40000000
/** Lengths of the stories that follow one another in a Word file: where each is counted. */
const STORIES = {
  body: 0x4c,
  footnotes: 0x50,
  heads: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
  headBoxes: 0x68,
}

/** What holds for a character: not to be read, and why. */
export const MARK = { deleted: 1, inserted: 2, hidden: 4, symbol: 8, star: 16 } as const

/** The characters of a Word file with their marks, and the settings of its paragraphs. */
export type DocFile = {
  text: string
  /** A bit set of `MARK` for each character. */
  marks: Uint8Array
  /** Where each story begins and ends in `text`. */
  stories: Record<keyof typeof STORIES, [number, number]>
  /** The paragraph that ends at a character. */
  paragraphAt: (index: number) => DocRun | undefined
  listStyles: Set<number>
}

/** Takes a Word 97 to 2003 file apart (MS-DOC, 2.4.1: the piece table). Refused: directive.{file_encrypted, kind_old_office, file_damaged}. */
export function openDoc(ole: OleFile): DocFile {
  const main = ole.stream('WordDocument') ?? failRefused('directive.file_damaged')
  try {
    const fib = viewOf(main)
    if (fib.getUint16(0, true) !== WORD_97 || fib.getUint16(2, true) < OLDEST) {
      failRefused('directive.kind_old_office')
    }
    const flags = fib.getUint16(0x0a, true)
    if (flags & ENCRYPTED) failRefused('directive.file_encrypted')
    const table =
      ole.stream(flags & SECOND_TABLE ? '1Table' : '0Table') ?? failRefused('directive.file_damaged')
    return read(main, table, fib)
  } catch (error) {
    if (error instanceof RangeError) failRefused('directive.file_damaged')
    throw error
  }
}

function read(main: Uint8Array, table: Uint8Array, fib: DataView): DocFile {
  const characterRuns = docRuns(main, table, false)
  const paragraphRuns = docRuns(main, table, true)
  const pieces: { at: number; from: number; size: number; wide: boolean }[] = []
  const parts: string[] = []
  let length = 0
  for (const { from, count, wide } of piecesOf(table, fib)) {
    const size = wide ? count * 2 : count
    if (from + size > main.length) throw new RangeError('a piece outside the file')
    // Pieces may overlap in the stream: what they claim together is bounded by the stream itself.
    if (length + count > main.length) throw new RangeError('more pieces than text')
    const bytes = main.subarray(from, from + size)
    const words = wide ? Buffer.from(bytes).toString('utf16le') : decodeWestern(bytes)
    pieces.push({ at: length, from, size, wide })
    parts.push(words)
    length += count
  }
  const marks = new Uint8Array(length)
  for (const { at, from, size, wide } of pieces) {
    const step = wide ? 2 : 1
    for (let place = from; place < from + size; ) {
      const run = runAt(characterRuns, place)
      const to = Math.min(run ? run.to : place + step, from + size)
      const mark = run ? markOf(run) : 0
      if (mark) marks.fill(mark, at + (place - from) / step, at + Math.ceil((to - from) / step))
      place = Math.max(to, place + step)
    }
  }
  const placeOf = (index: number) => {
    let low = 0
    let high = pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pieces[middle]?.at ?? 0) <= index) low = middle + 1
      else high = middle
    }
    const piece = pieces[low - 1]
    return piece ? piece.from + (index - piece.at) * (piece.wide ? 2 : 1) : -1
  }
  return {
    text: parts.join(''),
    marks,
    stories: storiesOf(fib, length),
    paragraphAt: (index) => runAt(paragraphRuns, placeOf(index)),
    listStyles: listStylesOf(table, fib),
  }
}

function* piecesOf(table: Uint8Array, fib: DataView) {
  const view = viewOf(table)
  let at = fib.getUint32(0x1a2, true)
  while (view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true)
  if (view.getUint8(at) !== 2) throw new RangeError('no piece table')
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12)
  at += 5
  for (let i = 0; i < count; i++) {
    const start = view.getUint32(at + i * 4, true)
    const end = view.getUint32(at + (i + 1) * 4, true)
    const place = view.getUint32(at + (count + 1) * 4 + i * 8 + 2, true)
    const wide = (place & EIGHT_BIT) === 0
    const from = wide ? place : (place & ~EIGHT_BIT) >>> 1
    if (end > start) yield { from, count: end - start, wide }
  }
}

function storiesOf(fib: DataView, length: number): DocFile['stories'] {
  let at = 0
  const entries = Object.entries(STORIES).map(([name, offset]) => {
    const from = Math.min(at, length)
    at += fib.getUint32(offset, true)
    return [name, [from, Math.min(at, length)]]
  })
  return Object.fromEntries(entries) as DocFile['stories']
}

function markOf(run: DocRun): number {
  let mark = 0
  for (const { code, operand } of sprmsOf(run.group)) {
    const on = (operand[0] ?? 0) & 1
    if (code === SPRM.deleted && on) mark |= MARK.deleted
    if (code === SPRM.inserted && on) mark |= MARK.inserted
    if (code === SPRM.hidden && on) mark |= MARK.hidden
    if (code === SPRM.symbol) {
      const drawn = (operand[2] ?? 0) | ((operand[3] ?? 0) << 8)
      mark |= MARK.symbol | ([0xf0ab, 0xf0b6, 0xf076].includes(drawn) ? MARK.star : 0)
    }
  }
  return mark
}

/** The paragraph styles that number what is written in them, also through the style they are based on (MS-DOC, 2.9.271). */
function listStylesOf(table: Uint8Array, fib: DataView): Set<number> {
  const start = fib.getUint32(0xa2, true)
  const sheet = viewOf(table.subarray(start, start + fib.getUint32(0xa6, true)))
  const numbered = new Map<number, boolean>()
  const bases = new Map<number, number>()
  if (sheet.byteLength < 8) return new Set()
  const count = Math.min(sheet.getUint16(2, true), 4095)
  const base = sheet.getUint16(4, true)
  let at = 2 + sheet.getUint16(0, true)
  for (let i = 0; i < count && at + 2 <= sheet.byteLength; i++) {
    const size = sheet.getUint16(at, true)
    const from = at + 2
    at = from + size
    if (size < base + 4 || at > sheet.byteLength || (sheet.getUint16(from + 2, true) & 0xf) !== 1) continue
    bases.set(i, sheet.getUint16(from + 2, true) >> 4)
    let place = from + base + 2 + sheet.getUint16(from + base, true) * 2 + 2
    place += (place - from) & 1
    if (place + 4 > at) continue
    const group = sheet.getUint16(place, true)
    const bytes = new Uint8Array(
      sheet.buffer,
      sheet.byteOffset + place + 4,
      Math.max(0, Math.min(group - 2, at - place - 4)),
    )
    for (const { code, operand } of sprmsOf(bytes)) {
      if (code === SPRM.listId)
        numbered.set(
          i,
          operand.some((byte) => byte !== 0),
        )
    }
  }
  const isNumbered = (style: number, left = 20): boolean =>
    numbered.get(style) ?? (left > 0 && bases.has(style) && isNumbered(bases.get(style) ?? 0xfff, left - 1))
  return new Set([...bases.keys()].filter((style) => isNumbered(style)))
}
