import { pinyin } from 'pinyin-pro'
import type { CleaningKind } from './decomposition'

/** What a rule does with the noise that begins at a place: skip to `end`, writing `replacement` (at most one character). */
export type CleanHit = { kind: CleaningKind; end: number; replacement: string; attach?: boolean }

/** A rule looks at one place of the text as received; `previous` is the last character written. */
type CleanRule = (raw: string, at: number, previous: string) => CleanHit | null

const isHan = (char: string | undefined) => char !== undefined && char >= '\u3400' && char <= '\u9fff'
const readings = new Map<string, Set<string>>()

const plain = (syllable: string) =>
  syllable
    .normalize('NFD')
    .replace(/\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/uv/g, 'v')

function readingsOf(char: string): Set<string> {
  const hit = readings.get(char)
  if (hit) return hit
  const all = new Set(pinyin(char, { type: 'array', multiple: true, toneType: 'symbol' }).map(plain))
  readings.set(char, all)
  return all
}

// 傳達(dá): a bracketed syllable counts as a reading only of the character before it, so 村(居)委会 survives
const reading: CleanRule = (raw, at, previous) => {
  if (!isHan(previous)) return null
  let end = at + 1
  while (end < raw.length && end - at < 9 && /[a-zà-öø-ýā-ǜ]/.test(raw[end]!)) end++
  const close = raw[end]
  if (end === at + 1 || (close !== ')' && close !== '）')) return null
  if (!readingsOf(previous).has(plain(raw.slice(at + 1, end)))) return null
  return { kind: 'pinyin', end: end + 1, replacement: '', attach: true }
}

const weak = ',，'
const strong = ',，、。；;：:'

const doubled: CleanRule = (raw, at, previous) => {
  const here = raw[at]!
  const next = raw[at + 1]
  if (
    next === undefined ||
    !strong.includes(next) ||
    (!isHan(previous) && !'》”）)'.includes(previous || ' '))
  )
    return null
  return weak.includes(here) || here === next ? { kind: 'punctuation', end: at + 1, replacement: '' } : null
}

const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

// an ASCII mark right after a Han character or a Chinese closing mark stands for the full-width one
const width: CleanRule = (raw, at, previous) => {
  const to = wide[raw[at]!]
  if (!to || !(isHan(previous) || '》”）、。，'.includes(previous || ' '))) return null
  return { kind: 'width', end: at + 1, replacement: to }
}

const narrow: CleanRule = (raw, at) => {
  const code = raw.charCodeAt(at)
  const digitOrLetter =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  return digitOrLetter
    ? { kind: 'width', end: at + 1, replacement: String.fromCharCode(code - 0xfee0) }
    : null
}

const named: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  sect: '§',
}

const entity: CleanRule = (raw, at) => {
  const end = raw.slice(at, at + 12).indexOf(';')
  if (end < 2) return null
  const body = raw.slice(at + 1, at + end)
  let to = named[body]
  if (to === undefined && /^#(?:x[0-9a-fA-F]{1,5}|\d{1,6})$/.test(body)) {
    const code = body[1] === 'x' ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10)
    if (code > 0 && code < 0xd800) to = String.fromCharCode(code)
  }
  return to === undefined
    ? null
    : { kind: 'entity', end: at + end + 1, replacement: to === '\u00a0' ? ' ' : to }
}

const block = new Set(
  'p br div li ul ol tr table h1 h2 h3 h4 h5 h6 section article marquee tbody thead card cardcontent'.split(
    ' ',
  ),
)

const tag: CleanRule = (raw, at) => {
  const first = raw[at + 1]
  if (first === undefined || !/[a-zA-Z/!]/.test(first)) return null
  let end = at + 1
  while (end < raw.length && raw[end] !== '>' && raw[end] !== '<' && end - at < 2000) end++
  if (raw[end] !== '>') return null
  const name = /^\/?([a-zA-Z0-9]*)/.exec(raw.slice(at + 1, at + 20))?.[1]?.toLowerCase() ?? ''
  return {
    kind: 'tag',
    end: end + 1,
    replacement: block.has(name) ? '\n' : name === 'td' || name === 'th' ? '\t' : '',
  }
}

const braces: CleanRule = (raw, at) => {
  const opens = raw.startsWith('{/*', at) ? '*/}' : raw.startsWith('{:', at) ? '}' : null
  if (!opens) return null
  const end = raw.slice(at, at + 200).indexOf(opens)
  return end < 0 ? null : { kind: 'tag', end: at + end + opens.length, replacement: '' }
}

const escape: CleanRule = (raw, at) => {
  if (raw.startsWith('\\",\\"', at)) return { kind: 'escape', end: at + 5, replacement: '\n' }
  const next = raw[at + 1]
  if (next === '"') return { kind: 'escape', end: at + 2, replacement: '"' }
  if (next === '[' || next === ']' || next === '*' || next === '_')
    return { kind: 'escape', end: at + 2, replacement: next }
  if (next === 'n' && !/[a-z]/.test(raw[at + 2] ?? ' '))
    return { kind: 'escape', end: at + 2, replacement: '\n' }
  return null
}

const bracket: CleanRule = (raw, at) => {
  const note = /^\[\^[\w-]{1,12}\]/.exec(raw.slice(at, at + 16))
  if (note && raw[at + note[0].length] !== ':')
    return { kind: 'footnote', end: at + note[0].length, replacement: '' }
  let end = at + 1
  while (end < raw.length && end - at < 200 && !'[]\n'.includes(raw[end]!)) end++
  return raw[end] === ']' && raw[end + 1] === '(' ? { kind: 'tag', end: at + 1, replacement: '' } : null
}

const link: CleanRule = (raw, at) => {
  const found = /^\]\((?:https?:|mailto:|\/|#)[^)\s]{0,400}\)/.exec(raw.slice(at, at + 420))
  return found ? { kind: 'tag', end: at + found[0].length, replacement: '' } : null
}

const control: CleanRule = (raw, at) => ({
  kind: 'control',
  end: at + 1,
  replacement: raw[at] === '\u3000' || raw[at] === '\u00a0' ? ' ' : '',
})

const rules = new Map<string, CleanRule[]>()
const on = (chars: string, rule: CleanRule) => {
  for (const char of chars) rules.set(char, [...(rules.get(char) ?? []), rule])
}
on('(（', reading)
on(strong, doubled)
on(',;:?!', width)
on('&', entity)
on('<', tag)
on('{', braces)
on('\\', escape)
on('[', bracket)
on(']', link)
on(
  '\u0000\u0001\u0002\u0003\u0007\u0008\u000b\u000c\r\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u3000\u00a0',
  control,
)

/** The first rule that knows the noise at a place, or null. Each looks a bounded way ahead, so cleaning is linear. */
export function noiseAt(raw: string, at: number, previous: string): CleanHit | null {
  const code = raw.charCodeAt(at)
  const some = code >= 0xff10 && code <= 0xff5a ? [narrow] : rules.get(raw[at]!)
  if (!some) return null
  for (const rule of some) {
    const hit = rule(raw, at, previous)
    if (hit) return hit
  }
  return null
}
