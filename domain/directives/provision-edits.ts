import type { ProvisionClass } from './decomposition'

/** What the arithmetic needs to know of a provision; offsets into the text as received, end exclusive. */
export type Stretch = { start: number; end: number }
type Classed = Stretch & { class: ProvisionClass; confirmed?: boolean }

function trim(text: string, start: number, end: number): Stretch {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/** Splits a stretch at an offset into two without outer blanks; null where a half would be blank or a pair would be torn. */
export function splitAt<T extends Stretch>(text: string, stretch: T, offset: number): [T, T] | null {
  if (offset <= stretch.start || offset >= stretch.end) return null
  const code = text.charCodeAt(offset)
  if (code >= 0xdc00 && code <= 0xdfff) return null
  const left = trim(text, stretch.start, offset)
  const right = trim(text, offset, stretch.end)
  if (left.start >= left.end || right.start >= right.end) return null
  return [
    { ...stretch, ...left },
    { ...stretch, ...right },
  ]
}

/** Merges a stretch with its right-hand neighbour; null where anything but blanks stands between them. */
export function mergeNeighbours<T extends Stretch>(text: string, left: T, right: T): T | null {
  if (left.end > right.start || text.slice(left.end, right.start).trim() !== '') return null
  return { ...left, end: right.end }
}

const marks = '，。；：、！？,;:!?.'

/** Offsets at which a cut makes sense inside a stretch: after each run of marks (a full stop in a number is none). */
export function cutPoints(text: string, start: number, end: number): number[] {
  const points: number[] = []
  for (let i = start; i < end - 1; i++) {
    if (!marks.includes(text[i]!)) continue
    if (marks.includes(text[i + 1]!)) continue
    if (
      /[.,:]/.test(text[i]!) &&
      /[\p{L}\p{N}]/u.test(text[i + 1]!) &&
      /[\p{N}A-Za-z]/u.test(text[i - 1] ?? ' ')
    )
      continue
    let at = i + 1
    while (at < end && /[”’」』）)\s]/.test(text[at]!)) at++
    if (at > start && at < end && points.at(-1) !== at) points.push(at)
  }
  return points
}

/** The cut point before or after an offset, for moving a cut with the arrow keys; null at either end. */
export function nextCut(points: number[], offset: number, direction: 1 | -1): number | null {
  const found = direction === 1 ? points.find((p) => p > offset) : points.findLast((p) => p < offset)
  return found ?? null
}

/** How much of a directive is accounted for: provisions in all, confirmed, and by class (counts of provisions). */
export type Coverage = { total: number; confirmed: number; byClass: Record<ProvisionClass, number> }

/** Counts provisions by class and how many a person has confirmed. */
export function coverageOf(provisions: readonly Classed[]): Coverage {
  const byClass: Record<ProvisionClass, number> = { task: 0, goal: 0, background: 0, formality: 0 }
  let confirmed = 0
  for (const provision of provisions) {
    byClass[provision.class]++
    if (provision.confirmed) confirmed++
  }
  return { total: provisions.length, confirmed, byClass }
}
