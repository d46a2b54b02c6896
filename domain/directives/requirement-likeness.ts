import { likeness } from './likeness'
import { simplify } from './simplify'

/** From this likeness on two sentences are shown beside one another as the same requirement. */
export const ALIKE = 0.8
/** Number of the rules that marks and words are made by: a row of an older one is made again by the job. */
export const REQUIREMENT_RULES = 2

const BANDS = 24
const ROWS = 4
/** A requirement of fewer letters and characters than this (做好有关工作) is like too many to tell. */
const SHORTEST = 10

// Who is to do it, by when, and which number it has, is no part of what is asked for.
const APART = [
  /^[\s一二三四五六七八九十百\d（）().、．]+(?=[^\s一二三四五六七八九十百\d（）().、．])/gmu,
  /由[^，,。；;\n]{2,60}牵头[，,]?(?:[^，,。；;\n]{2,120}(?:配合|协助|参与|参加)[，,])?/gu,
  /[于在]?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|上旬|中旬|下旬)?[以之]?前/gu,
  /[（(][^（）()\n]{0,120}(?:牵头|负责|配合)[^（）()\n]{0,120}[）)]/gu,
]

/** What is asked for, without its number, who is to do it and by when: letters, digits and Han characters, simplified, in lower case. */
export function requirementText(text: string): string {
  const plain = simplify(text.normalize('NFKC')).toLowerCase()
  const core = APART.reduce((rest, part) => rest.replace(part, ''), plain)
  return core.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A well-mixed 32-bit number from two. */
function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b + 0x9e3779b9, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f)
  return (h ^ (h >>> 15)) | 0
}

/**
 * Marks by which sentences alike find one another in an index: 24 bands of 4 min-hashes over character trigrams, signed 32-bit, ascending. Two
 * sentences 80 % alike (Dice) share at least one mark in 99 of 100 cases, two that are 30 % alike in fewer than 3. Empty for very short ones.
 */
export function requirementMarks(text: string): number[] {
  const plain = requirementText(text)
  if (plain.length < SHORTEST) return []
  const grams = new Set<number>()
  for (let i = 0; i + 3 <= plain.length; i++) {
    grams.add(mix(mix(plain.charCodeAt(i), plain.charCodeAt(i + 1)), plain.charCodeAt(i + 2)))
  }
  const marks: number[] = []
  for (let band = 0; band < BANDS; band++) {
    let mark = mix(band, 7)
    for (let row = 0; row < ROWS; row++) {
      const seed = mix(band * ROWS + row, 0x51ed27)
      let least = 0xffffffff
      for (const gram of grams) {
        const value = mix(gram, seed) >>> 0
        if (value < least) least = value
      }
      mark = mix(mark, least | 0)
    }
    marks.push(mark)
  }
  return [...new Set(marks)].sort((a, b) => a - b)
}

/** Likeness of two requirements in whole points from 0 to 100; 100 only where letter is like letter. */
export function requirementLikeness(a: string, b: string): number {
  const share = likeness(requirementText(a), requirementText(b))
  return share === 1 ? 100 : Math.min(99, Math.floor(share * 100))
}
