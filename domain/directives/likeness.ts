import { simplify } from './simplify'

const mask = 0xffffffff

/** Letters, digits and Han characters of a text, simplified and lower case: what likeness is measured on. */
function essence(text: string): string {
  return simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function grams(text: string, size: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (let i = 0; i + size <= text.length; i++) {
    let hash = 0x811c9dc5
    for (let k = 0; k < size; k++) hash = Math.imul(hash ^ text.charCodeAt(i + k), 0x01000193)
    const key = hash & mask
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Likeness of two texts from 0 to 1: shared character trigrams over both (Dice). Linear in their length; ≥ 0.9 is a duplicate. */
export function likeness(a: string, b: string): number {
  const left = essence(a)
  const right = essence(b)
  if (left === right) return left === '' ? 0 : 1
  const size = Math.min(left.length, right.length) < 8 ? 1 : 3
  if (left.length < size || right.length < size) return 0
  const one = grams(left, size)
  const two = grams(right, size)
  let shared = 0
  for (const [key, count] of one) shared += Math.min(count, two.get(key) ?? 0)
  return (2 * shared) / (left.length + right.length - 2 * size + 2)
}

/** Fingerprint of a text for finding candidates in an index: its 64 smallest trigram hashes, ascending (min-wise sketch). */
export function fingerprint(text: string): number[] {
  const all = [...grams(essence(text), 3).keys()].map((key) => key >>> 0)
  return all.sort((a, b) => a - b).slice(0, 64)
}

/** Estimated overlap of two fingerprints, 0 to 1: cheap first sieve before likeness. */
export function fingerprintOverlap(a: number[], b: number[]): number {
  const size = Math.min(64, Math.max(a.length, b.length))
  if (size === 0) return 0
  const left = new Set(a)
  const right = new Set(b)
  const least = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, size)
  return least.filter((key) => left.has(key) && right.has(key)).length / least.length
}
