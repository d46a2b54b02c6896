import { chineseNumber } from './words-zh'

/** A line of cleaned text with its numbering: `level` 0 章, 1 一、, 2 （一）, 3 1., 4 （1）, 5 ①; −1 none. */
export type Line = { start: number; end: number; level: number; marker: string; body: number }

const numeral = '[一二三四五六七八九十百]{1,4}'
const markers: [number, RegExp][] = [
  [0, new RegExp(`^第(?:${numeral}|\\d{1,3})[章编部](?:分)?`)],
  [1, new RegExp(`^第(?:${numeral}|\\d{1,3})条`)],
  [1, new RegExp(`^${numeral}、`)],
  [2, new RegExp(`^[（(]${numeral}[）)]`)],
  [4, /^[（(]\d{1,2}[）)]/],
  [3, /^\d{1,3}(?:[.．](?!\d)|、)/],
  [5, /^[①-⑳]/],
  [1, /^#{1,4}\s+(?=\S)/],
]

/** Lines of a text that hold anything, each with its marker. Linear. */
export function linesZh(match: string): Line[] {
  const lines: Line[] = []
  let from = 0
  while (from <= match.length) {
    let to = match.indexOf('\n', from)
    if (to < 0) to = match.length
    let start = from
    let end = to
    while (start < end && /[\s\u3000]/.test(match[start]!)) start++
    while (end > start && /[\s\u3000]/.test(match[end - 1]!)) end--
    if (end > start) lines.push(lineAt(match, start, end))
    from = to + 1
  }
  return lines
}

function lineAt(match: string, start: number, end: number): Line {
  const head = match.slice(start, Math.min(end, start + 16))
  for (const [level, shape] of markers) {
    const found = shape.exec(head)
    if (!found) continue
    let body = start + found[0].length
    while (body < end && /\s/.test(match[body]!)) body++
    return { start, end, level, marker: found[0].trim(), body }
  }
  return { start, end, level: -1, marker: '', body: start }
}

/** A part of a paragraph under one ordinal (一要, 二是, 首先, 第三, ①); marker is null before the first. */
export type Segment = { start: number; end: number; ordinal: string | null; number: number }

const inline =
  /(?:(?<n>[一二三四五六七八九十]{1,3})(?<w>要|是)(?!否|非)|(?<h>首先|其次|再次|最后)(?=[，要是])|第(?<d>[一二三四五六七八九十]{1,2})(?=[，、要是])|(?<p>[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)])|(?<c>[①-⑳])|(?<a>\d{1,2}[.．、](?!\d)))/g
const said: Record<string, number> = { 首先: 1, 其次: 2, 再次: 3, 最后: 4 }

/** Cuts a paragraph at its inline ordinals; they count only in sequence and only after a mark or a blank. */
export function segmentsZh(match: string, start: number, end: number): Segment[] {
  const cuts: Segment[] = []
  let last = 0
  let kind = ''
  const text = match.slice(start, end)
  for (const found of text.matchAll(inline)) {
    const before = found.index === 0 ? '。' : text[found.index - 1]!
    const g = found.groups!
    if (!(g.a ? /[。；：]/ : /[。；：，！？\s”）]/).test(before)) continue
    const plain = (g.p ?? '').replace(/[（()）]/g, '')
    const value = g.n
      ? chineseNumber(g.n)
      : g.h
        ? said[g.h]!
        : g.d
          ? chineseNumber(g.d)
          : g.c
            ? g.c.charCodeAt(0) - 0x245f
            : g.a
              ? Number.parseInt(g.a, 10)
              : /^\d/.test(plain)
                ? Number(plain)
                : chineseNumber(plain)
    const mine = g.n ? `n${g.w}` : g.h ? 'h' : g.d ? 'd' : g.c ? 'c' : g.a ? 'a' : 'p'
    // in a comma's wake only a later number of the same series may follow
    if (value !== 1 && !(value === last + 1 && mine === kind)) {
      if (!(found.index === 0 && value > 0)) continue
    }
    if (mine === 'p' && before === '，') continue
    last = value
    kind = mine
    cuts.push({ start: start + found.index, end, ordinal: found[0], number: value })
  }
  if (cuts.length === 0 || cuts[0]!.start > start) cuts.unshift({ start, end, ordinal: null, number: 0 })
  for (let i = 0; i + 1 < cuts.length; i++) cuts[i]!.end = cuts[i + 1]!.start
  return cuts
}
