import { secretShapes, levelOf } from './secret-shapes'

/** Level of a state secret (国家秘密的密级). */
export type SecretLevel = '秘密' | '机密' | '绝密'

/** A mark or a mention, by UTF-16 offsets into the text as received. */
export type SecretHit = { level: SecretLevel; start: number; end: number }

const headLines = 15
const headLength = 1500
const longestLine = 300
const mentionsListed = 50

/** A line as marks are looked for in it: without tags, invisible characters and widths, each character with its place in the text. */
type PlainLine = { text: string; at: number[] }

const noise =
  /<[^<>\n]{0,200}>|&(?:nbsp|emsp|ensp|starf|#9733|#x2605);|[\u0000-\u0008\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/giy
const lineEnd = /[\n\r\u2028\u0085\v\f]|<br\s*\/?>|<\/(?:p|div|td|tr|h\d)>/gi
const star = /^&(?:starf|#9733|#x2605);$/i

function plainLine(text: string, start: number, end: number): PlainLine {
  let out = ''
  const at: number[] = []
  for (let i = start; i < end; ) {
    noise.lastIndex = i
    const skipped = noise.exec(text)?.[0]
    const put =
      skipped === undefined ? text[i]! : star.test(skipped) ? '★' : skipped.startsWith('&') ? ' ' : ''
    const code = put.charCodeAt(0)
    if (put !== '') {
      out += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : put
      at.push(i)
    }
    i += skipped?.length ?? 1
  }
  return { text: out, at }
}

/** A state-secret mark in the head of a paper (first lines only): such a paper may not be taken in. Null if none. Linear in the head. */
export function findSecretMark(text: string): SecretHit | null {
  const head = text.slice(0, headLength)
  let start = 0
  for (let seen = 0; start < head.length && seen < headLines; ) {
    lineEnd.lastIndex = start
    const broken = lineEnd.exec(head)
    const end = broken?.index ?? head.length
    const line = plainLine(head, start, Math.min(end, start + longestLine))
    if (line.text.trim() !== '') {
      seen++
      const hit = markIn(line)
      if (hit) return hit
    }
    start = end + (broken?.[0].length ?? 1)
  }
  return null
}

function markIn(line: PlainLine): SecretHit | null {
  for (const shape of secretShapes) {
    const found = shape.exec(line.text)
    const word = found?.groups?.level
    if (!found || word === undefined) continue
    const from = found.index + found[0].indexOf(word)
    const whole = found.groups?.mark ?? word
    const to = found.index + found[0].indexOf(whole, from - found.index) + whole.length - 1
    return { level: levelOf(word), start: line.at[from] ?? 0, end: (line.at[to] ?? 0) + 1 }
  }
  return null
}

/** The words 秘密, 机密, 绝密 inside sentences: they raise a question and never stop the intake (工作秘密, 商业秘密). */
export function findSecretMentions(text: string): SecretHit[] {
  const mark = findSecretMark(text)
  const found: SecretHit[] = []
  for (const hit of text.matchAll(/秘密|[机機]密|[绝絕]密|\btop secret\b|\bclassified\b/gi)) {
    if (mark && hit.index >= mark.start && hit.index < mark.end) continue
    found.push({ level: levelOf(hit[0]), start: hit.index, end: hit.index + hit[0].length })
    if (found.length === mentionsListed) break
  }
  return found
}
