import { pinyin } from 'pinyin-pro'
import type { SearchQuery, SearchTerm } from './search-query'
import { foldWithPlaces } from './search-text'
import { simplify } from './simplify'

/** A stretch of a text; `hit` is what was asked for. */
export type SearchPiece = { text: string; hit: boolean }
type Span = { start: number; end: number }

const SENTENCE_END = /[。；！？\n]+|[.!?;](?=\s|$)/g
/** Characters of a sentence that are shown. */
const SHOWN = 90

/** The text in stretches, those marked that were asked for: by the words, or by the letters of a title's pinyin. */
export function markHits(text: string, query: SearchQuery, { letters = false } = {}): SearchPiece[] {
  const spans = hitSpans(text, query)
  const shown = spans.length === 0 && letters && query.letters ? letterSpans(text, query.letters) : spans
  return cut(text, shown)
}

/** The first sentence with a hit, shortened around it; null where none has one. */
export function sentenceAround(text: string, query: SearchQuery): SearchPiece[] | null {
  const [first] = hitSpans(text, query)
  if (!first) return null
  let start = 0
  let end = text.length
  for (const { index, 0: sign } of text.matchAll(SENTENCE_END)) {
    const behind = index + sign.length
    if (behind <= first.start) start = behind
    else if (index >= first.end) {
      end = behind
      break
    }
  }
  const from = Math.max(start, Math.min(first.start - 24, end - SHOWN))
  const to = Math.min(end, Math.max(from + SHOWN, first.end))
  const pieces = markHits(text.slice(from, to).trim(), query)
  const cutAt = (cutOff: boolean) => (cutOff ? [{ text: '…', hit: false }] : [])
  return [...cutAt(from > start), ...pieces, ...cutAt(to < end)]
}

/** True where a word or stretch that was asked for stands in the text. */
export function hasHit(text: string, query: SearchQuery): boolean {
  return hitSpans(text, query).length > 0
}

function hitSpans(text: string, { terms }: SearchQuery): Span[] {
  const { folded, starts, ends } = foldWithPlaces(text)
  const found = terms.flatMap((term) =>
    isPlainWords(term) ? wordSpans(folded, term) : stretchSpans(folded, term),
  )
  return merge(
    found.map(({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length })),
  )
}

const isPlainWords = (term: SearchTerm) => /^[a-z0-9]+$/.test(term.folded)

function stretchSpans(folded: string, { folded: wanted }: SearchTerm): Span[] {
  const spans: Span[] = []
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length })
  return spans
}

/** Words that begin with it, or that share all of it but an ending (implementing, implemented). */
function wordSpans(folded: string, { folded: wanted }: SearchTerm): Span[] {
  const stem = wanted.length > 5 ? wanted.replace(/(?:ations?|ments?|ings?|ed|es|s|e)$/, '') : wanted
  return [...folded.matchAll(/[a-z0-9]+/g)]
    .filter(([word]) => (/^\d+$/.test(wanted) ? word === wanted : word.startsWith(stem)))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

/** The characters whose initials, or whose pinyin, begin with the letters. */
function letterSpans(text: string, letters: string): Span[] {
  const places = [...text.matchAll(/[\u3400-\u9fff]/g)].map((found) => found.index)
  if (places.length === 0) return []
  const han = simplify(places.map((at) => text[at]).join(''))
  const said = pinyin(han, { toneType: 'none', type: 'array', v: true })
  const initials = said.map((one) => one[0] ?? ' ').join('')
  const at = initials.indexOf(letters)
  if (at >= 0) return merge(places.slice(at, at + letters.length).map((start) => ({ start, end: start + 1 })))
  const first = said.findIndex((_, from) => said.slice(from).join('').startsWith(letters))
  if (first < 0) return []
  let length = 0
  const spelled = said.slice(first).findIndex((one) => (length += one.length) >= letters.length)
  return merge(places.slice(first, first + spelled + 1).map((start) => ({ start, end: start + 1 })))
}

function merge(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

function cut(text: string, spans: readonly Span[]): SearchPiece[] {
  const pieces: SearchPiece[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false })
    pieces.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}
