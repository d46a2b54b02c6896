import { opensWithVerb } from './verbs-en'

/** An item of an English paper: `kind` tells its numbering ('' for a plain paragraph), body is where its words begin. */
export type ItemEn = { start: number; end: number; body: number; kind: string; marker: string; depth: number }

const shapes: [string, RegExp][] = [
  ['#', /^#{1,6}\s+(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z])[.)]?\s+(?=\S))?/],
  [
    'part',
    /^(?:PART|Part|CHAPTER|Chapter|TITLE|Title|ANNEX|Annex|APPENDIX|Appendix|ATTACHMENT|Attachment|SCHEDULE|Schedule)\s+(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:[.,:)–—-]|\s*$|(?=\s+[A-Z]))\s*/,
  ],
  [
    'section',
    /^(?:Section|SECTION|Sec\.|SEC\.|Article|ARTICLE|Clause|CLAUSE|§{1,2})\s*(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})[a-z]?(?:[.,:)–—-]|\s*$|(?=\s+[A-Z]))\s*(?:[_–—-]\s*)?/,
  ],
  ['1.1.1.1.1', /^\d{1,2}(?:\.\d{1,2}){4}\.?\s+(?=\S)/],
  ['1.1.1.1', /^\d{1,2}(?:\.\d{1,2}){3}\.?\s+(?=\S)/],
  ['1.1.1', /^\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+(?=\S)/],
  ['1.1', /^\d{1,2}\.\d{1,2}[.)]?\s+(?=[^\d\s%])(?!(?:million|billion|percent|per cent|hours|days)\b)/],
  ['roman', /^\((?:[ivx]{1,6}|[ivxl]{2,6})\)\s*/],
  ['alpha', /^\((?:[a-zA-Z]|[a-z]{2})\)\s*/],
  ['number', /^\(\d{1,3}\)\s*/],
  [
    'label',
    /^(?:Recommendation|RECOMMENDATION|Requirement|Action|ACTION|Decision|DECISION|Item|ITEM|Task|Step|Measure|Paragraph)\s+(?:No\.?\s*)?\d{1,3}(?:\.\d{1,2})?\s*[.:)–—-]\s*(?=\S)/,
  ],
  ['1.', /^\d{1,3}(?:\\?\.|\))\s+(?=\S)/],
  ['I.', /^(?:II|III|IV|VI|VII|VIII|IX|XI|XII|[IVX])\.\s+(?=[A-Z])/],
  ['A.', /^[A-Z]\.\s+(?=[A-Z][a-z]{2,}|[A-Z]\w*\s[A-Za-z])/],
  ['i.', /^(?:ii|iii|iv|vi|vii|viii|ix|[ivx])[.)]\s+(?=\S)/],
  ['a.', /^[a-z](?:\\?\.|\))\s+(?=\S)/],
  ['*', /^(?:[*•·▪●◦‣∙o–—+-]|\uf0b7|<>|>>)\s+(?=\S)/],
]

// “systems.(b)  As soon”, “for:(i)    transitioning”, “order; and(iv)   transmitting”, “time.Sec. 6.”
const glued =
  /(?<=[.;:—][)"”]?\s{0,3}(?:(?:and|or)\s{0,3})?)(?:\((?:[a-z]|\d{1,2}|[ivx]{1,5})\)(?=\s{0,6}[A-Za-z“"])|Sec\.\s{1,3}\d{1,3}\.|Section\s{1,3}\d{1,3}\.|§\s?\d{1,3}\.)|(?<=[.;:]\s{1,3})\d{1,2}\\?\.\s(?=[A-Z][A-Z’'&]{2,}(?:\s|$))/g

function markerAt(
  text: string,
  start: number,
  end: number,
  previous: { alpha: string; letter: string },
): { kind: string; marker: string; body: number } {
  // a bullet in front of a decimal number is drawn by the page; the number counts, glued to its words or not
  const bullet = /^(?:[*•·-])\s+(?=\d{1,2}(?:\.\d{1,2}){1,4}\s*[A-Z*[])/.exec(text.slice(start, start + 40))
  if (bullet) {
    const from = start + bullet[0].length
    const number = /^\d{1,2}(?:\.\d{1,2}){1,4}/.exec(text.slice(from, end))![0]
    const body = from + number.length + /^\s*/.exec(text.slice(from + number.length, end))![0].length
    return { kind: number.split('.').fill('1').join('.'), marker: number, body }
  }
  const head = text.slice(start, Math.min(end, start + 40))
  for (const [kind, shape] of shapes) {
    const found = shape.exec(head)
    if (!found) continue
    // (i) after (h) is a letter, else a Roman number; so is “i.” after “h.”
    if (kind === 'roman' && /^\([ivx]\)/.test(found[0]) && previous.alpha === before(found[0].slice(1, 2)))
      continue
    if (kind === 'i.' && /^[ivx][.)]/.test(found[0]) && previous.letter === before(found[0].slice(0, 1)))
      continue
    // “I. Roles” opens Roman numbering; “I.” in front of “I. Smith” never stands before a verb or a plural heading
    let body = start + found[0].length
    // a scanner's stray bar between the marker and its words
    while (body < end && /[|_\s]/.test(text[body]!)) body++
    return {
      kind: kind === '#' ? found[0].match(/^#+/)![0] : kind === '*' ? `*${found[0][0]}` : kind,
      marker: found[0].trim().replace('\\', ''),
      body,
    }
  }
  return { kind: '', marker: '', body: start }
}

type Level = { kind: string; last: number }

const rank = (kind: string) => (kind.startsWith('#') ? kind.length : 0)

// where a marker stands among the open levels: it goes on the deepest list it follows; “1.” after “…:” opens a list inside
function place(levels: Level[], kind: string, marker: string, afterColon: boolean): void {
  const n = ordinal(kind, marker)
  if (rank(kind) > 0) {
    while (levels.length > 0 && (rank(levels.at(-1)!.kind) === 0 || rank(levels.at(-1)!.kind) >= rank(kind)))
      levels.pop()
  } else if (kind === 'part') levels.length = 0
  else if (kind === 'section') levels.length = levels[0]?.kind === 'part' ? 1 : 0
  else if (levels.some((level) => level.kind === kind)) {
    let at = levels.findLastIndex((level) => level.kind === kind && n === level.last + 1)
    if (afterColon && (kind.startsWith('*') ? levels.at(-1)!.kind !== kind : at < 0 && n === 1))
      at = levels.length
    if (at < 0)
      at = kind.startsWith('*')
        ? levels.findLastIndex((level) => level.kind === kind)
        : levels.findIndex((level) => level.kind === kind)
    levels.length = at
  }
  // 2.3 stands under 2., whatever lists came between
  else if (kind === '1.1') under(levels, '1.')
  else if (/^1(?:\.1){2,}$/.test(kind)) under(levels, kind.slice(0, -2))
  levels.push({ kind, last: n })
}

function under(levels: Level[], kind: string): void {
  const at = levels.findIndex((level) => level.kind === kind)
  if (at >= 0) levels.length = at + 1
}

function ordinal(kind: string, marker: string): number {
  const word = /[\da-zA-Z]+/.exec(marker)?.[0].toLowerCase() ?? ''
  if (/^\d/.test(word)) return Number(word)
  if (kind === 'roman' || kind === 'I.' || kind === 'i.') {
    const value: Record<string, number> = { i: 1, l: 1, v: 5, x: 10 }
    return [...word].reduce(
      (sum, c, i) => sum + ((value[c] ?? 0) < (value[word[i + 1] ?? ''] ?? 0) ? -1 : 1) * (value[c] ?? 0),
      0,
    )
  }
  return kind.startsWith('*') || word === '' ? 0 : word.charCodeAt(0) - 96
}

const before = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 1)

/** Items of a cleaned text: lines, cut again at markers glued to the sentence before. Depth counts the numbering's levels. */
export function itemsEn(text: string): ItemEn[] {
  const items: ItemEn[] = []
  const levels: Level[] = []
  const previous = { alpha: '', letter: '' }
  let from = 0
  const push = (start: number, end: number) => {
    let [a, b] = [start, end]
    while (a < b && /\s/.test(text[a]!)) a++
    while (b > a && /\s/.test(text[b - 1]!)) b--
    if (a >= b) return
    const { kind, marker, body } = markerAt(text, a, b, previous)
    if (kind === 'alpha') previous.alpha = marker.slice(1, 2)
    if (kind === 'a.') previous.letter = marker.slice(0, 1)
    if (kind !== '') place(levels, kind, marker, text[(items.at(-1)?.end ?? 0) - 1] === ':')
    items.push({
      start: a,
      end: b,
      body: Math.min(body, b),
      kind,
      marker,
      depth: kind === '' ? levels.length : levels.length - 1,
    })
  }
  while (from <= text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    let at = from
    if (text[from] !== '#')
      for (const found of text.slice(from, to).matchAll(glued)) {
        const cut = from + found.index
        if (cut > at) {
          push(at, cut)
          at = cut
        }
      }
    push(at, to)
    from = to + 1
  }
  return unmarked(text, items)
}

// lines without markers that go on a list: after a line ending in “:” they end in “;” and the last follows “; and”
function unmarked(text: string, items: ItemEn[]): ItemEn[] {
  let open = -1
  let listed = false
  return items.map((item, i) => {
    const prior = items[i - 1]
    const s = text.slice(item.start, item.end)
    const starts = prior && text[prior.end - 1] === ':' && item.kind === ''
    if (starts && /(?:;|,|; and|; or|, and)$/.test(s) && (/^[a-z]/.test(s) || opensWithVerb(s)))
      open = item.depth + 1
    else if (
      !(listed && prior && /(?:;|,|\band|\bor)$/.test(text.slice(Math.max(0, prior.end - 4), prior.end)))
    )
      open = -1
    listed = open >= 0 && item.kind === ''
    return listed ? { ...item, kind: 'line', depth: open } : item
  })
}
