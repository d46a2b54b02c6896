import type { CleaningKind } from './decomposition'
import { noiseAt, type CleanHit } from './clean-rules'
import { findWraps } from './clean-wraps'
import { detectLanguage } from './language'
import { simplify } from './simplify'

/** One piece of noise: where it stands in the text as received and what stands there in the cleaned text. */
export type CleanEntry = { kind: CleaningKind; start: number; end: number; replacement: string }

/** Cleaned text with its offset map; all offsets are UTF-16 units, the text as received is never changed. */
export type CleanText = {
  text: string
  /** Where a cleaned character stands in the text as received (the text's end maps to its end). */
  toRaw(index: number): number
  /** End, in the text as received, of the character before a cleaned offset (its stripped reading included). */
  toRawEnd(index: number): number
  /** First cleaned offset that stands at or after a received one. */
  toClean(index: number): number
  entries: CleanEntry[]
  counts: Partial<Record<CleaningKind, number>>
}

type Buffer = { codes: Uint16Array; starts: Int32Array; ends: Int32Array; length: number }

function decode(codes: Uint16Array, length: number): string {
  let out = ''
  for (let i = 0; i < length; i += 8192) {
    out += String.fromCharCode(...codes.subarray(i, Math.min(i + 8192, length)))
  }
  return out
}

const rowTag = /^<\/?(?:tr|table|tbody)\b/i
const lineInRow = (at: number): CleanHit => ({ kind: 'wrap', end: at + 1, replacement: ' ' })
// a row that never closes is no row: looked for a bounded way ahead
const closesNear = (raw: string, from: number) => /<\/tr\b/i.test(raw.slice(from, from + 20000))

function scan(raw: string, entries: CleanEntry[]): Buffer {
  const codes = new Uint16Array(raw.length)
  const starts = new Int32Array(raw.length)
  const ends = new Int32Array(raw.length)
  let length = 0
  let bold = false
  let inRow = false
  for (let at = 0; at < raw.length; ) {
    const previous = length > 0 ? String.fromCharCode(codes[length - 1]!) : ''
    if (raw[at] === '\n') bold = false
    // markdown emphasis, but not the stars that hide part of a name
    if (
      raw[at] === '*' &&
      raw[at + 1] === '*' &&
      (bold || /^\s?$/.test(previous)) &&
      (bold || /\S/.test(raw[at + 2] ?? ''))
    ) {
      bold = !bold
      entries.push({ kind: 'tag', start: at, end: at + 2, replacement: '' })
      at += 2
      continue
    }
    const hit: CleanHit | null =
      noiseAt(raw, at, previous) ?? (inRow && raw[at] === '\n' ? lineInRow(at) : null)
    const end: number = hit ? hit.end : at + 1
    const named: RegExpExecArray | null = hit?.kind === 'tag' ? rowTag.exec(raw.slice(at, at + 7)) : null
    if (named) inRow = named[0].toLowerCase() === '<tr' ? end < raw.length && closesNear(raw, end) : false
    // inside a table's row paragraphs and line breaks part no lines: a row stays one line
    const put = hit ? (inRow && !named && hit.replacement === '\n' ? ' ' : hit.replacement) : raw[at]!
    if (hit) entries.push({ kind: hit.kind, start: at, end, replacement: put })
    if (put !== '') {
      codes[length] = put.charCodeAt(0)
      starts[length] = at
      ends[length] = end
      length++
    } else if (hit?.attach && length > 0) ends[length - 1] = end
    at = end
  }
  return { codes, starts, ends, length }
}

function join(buffer: Buffer, raw: string, entries: CleanEntry[]): string {
  const first = decode(buffer.codes, buffer.length)
  const cuts = findWraps(first, detectLanguage(raw) !== 'en')
  if (cuts.length === 0) return first
  const { codes, starts, ends } = buffer
  let to = 0
  let next = 0
  for (let i = 0; i < buffer.length; ) {
    const cut = cuts[next]
    if (cut && i === cut.start) {
      next++
      if (cut.end === cut.start) continue
      entries.push({
        kind: cut.kind,
        start: starts[i]!,
        end: ends[cut.end - 1]!,
        replacement: cut.replacement,
      })
      if (cut.replacement) {
        codes[to] = 32
        starts[to] = starts[i]!
        ends[to] = ends[cut.end - 1]!
        to++
      }
      i = cut.end
      continue
    }
    codes[to] = codes[i]!
    starts[to] = starts[i]!
    ends[to] = ends[i]!
    to++
    i++
  }
  buffer.length = to
  return decode(codes, to)
}

/** Cleans a text for reading and matching: readings in brackets, doubled marks, tags, entities, hard wraps. Linear. */
export function cleanText(raw: string): CleanText {
  const entries: CleanEntry[] = []
  const buffer = scan(raw, entries)
  const text = join(buffer, raw, entries)
  const { starts, ends, length } = buffer
  const counts: Partial<Record<CleaningKind, number>> = {}
  for (const entry of entries) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1
  entries.sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    text,
    toRaw: (index) => (index >= length ? raw.length : index < 0 ? 0 : starts[index]!),
    toRawEnd: (index) => (index <= 0 ? 0 : index > length ? raw.length : ends[index - 1]!),
    toClean: (index) => {
      let low = 0
      let high = length
      while (low < high) {
        const middle = (low + high) >> 1
        if (starts[middle]! >= index) high = middle
        else low = middle + 1
      }
      return low
    },
    entries,
    counts,
  }
}

/** A stretch of the text as received, shown cleaned (and in simplified characters on request), blanks run together. */
export function displayCleaned(
  raw: string,
  start: number,
  end: number,
  options: { simplified: boolean },
): string {
  const cleaned = cleanText(raw)
  return displayFrom(cleaned, start, end, options)
}

/** As displayCleaned, for many stretches of one text: the cleaning is done once by the caller. */
export function displayFrom(
  cleaned: CleanText,
  start: number,
  end: number,
  options: { simplified: boolean },
): string {
  const text = cleaned.text
    .slice(cleaned.toClean(start), cleaned.toClean(end))
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
  return options.simplified ? simplify(text) : text
}
