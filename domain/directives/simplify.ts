import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

function one(char: string): string {
  const hit = known.get(char)
  if (hit !== undefined) return hit
  const to = convert(char)
  const same = to.length === char.length ? to : char
  known.set(char, same)
  return same
}

/** Simplified form with the same length in UTF-16 units, so that offsets stay true; characters without one are kept. */
export function simplify(text: string): string {
  let out = ''
  let plainFrom = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x4e00 || code > 0x9fff) continue
    const char = text[i]!
    const to = one(char)
    if (to === char) continue
    out += text.slice(plainFrom, i) + to
    plainFrom = i + 1
  }
  return plainFrom === 0 ? text : out + text.slice(plainFrom)
}

/** Number of characters that differ from their simplified form: a measure of how traditional a text is. */
export function countTraditional(text: string): number {
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff && one(text[i]!) !== text[i]) n++
  }
  return n
}
