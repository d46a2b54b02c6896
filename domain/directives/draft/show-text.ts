import { cutPoints } from '../provision-edits'

/** Noise set aside: [start, end, what is shown instead], by start; offsets into the text as received. */
export type NoiseEntry = readonly [number, number, string]

/** Index of the first entry that ends after the offset. */
function firstAfter(noise: readonly NoiseEntry[], offset: number): number {
  let low = 0
  let high = noise.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((noise[middle]?.[1] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** A stretch of the text without its noise, each character with the offset that it was received at. Linear in the stretch. */
function characters(text: string, noise: readonly NoiseEntry[], start: number, end: number) {
  let shown = ''
  const offsets: number[] = []
  const put = (words: string, at: number, fixed: boolean) => {
    for (let i = 0; i < words.length; i++) {
      const blank = /\s/.test(words[i] ?? '')
      if (blank && (shown === '' || shown.endsWith(' '))) continue
      shown += blank ? ' ' : words[i]
      offsets.push(fixed ? at : at + i)
    }
  }
  let at = start
  for (let i = firstAfter(noise, start); i < noise.length && at < end; i++) {
    const [from, to, instead] = noise[i] ?? [end, end, '']
    if (from >= end) break
    // An entry may lie inside one that was already passed over.
    if (from < at) continue
    put(text.slice(at, from), at, false)
    put(instead, from, true)
    at = to
  }
  if (at < end) put(text.slice(at, end), at, false)
  return { shown, offsets }
}

/** A stretch as it is read: noise left out, blanks run together. */
export function shownStretch(text: string, noise: readonly NoiseEntry[], start: number, end: number): string {
  return characters(text, noise, start, end).shown
}

/** The offset, in the text as received, of a place in the shown stretch; its end where the place is beyond. */
export function receivedOffset(
  text: string,
  noise: readonly NoiseEntry[],
  { start, end }: { start: number; end: number },
  place: number,
): number {
  return characters(text, noise, start, end).offsets[place] ?? end
}

/** Where a task can be cut: after each clause inside its sentences, and before each sentence but the first. */
export function cutsOf(text: string, sentences: readonly { start: number; end: number }[]): number[] {
  return sentences
    .flatMap(({ start, end }, index) =>
      index === 0 ? cutPoints(text, start, end) : [start, ...cutPoints(text, start, end)],
    )
    .sort((a, b) => a - b)
}

const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十百\d]+[)）、.．]|第[一二三四五六七八九十百\d]+[条项款]|[一二三四五六七八九十]+[是要]|要|[(（]?[a-z0-9]{1,3}[)）.]\s)[\s，,、]*/i
const LONGEST = 40

/** A title for a task from the words of its sentence: without numbering, whole clauses as far as they fit, at most 40 characters. */
export function proposeTitle(words: string): string {
  const bare = words
    .trim()
    .replace(NUMBERING, '')
    .replace(/^[\s，,；;、。]+/, '')
  const clauses = bare.split(/(?<=[，,；;。！？!?:：])\s*/)
  let title = ''
  for (const clause of clauses) {
    if (title !== '' && (title + clause).length > LONGEST) break
    title += clause
    if (/[；;。！？!?]$/.test(clause)) break
  }
  const whole = title.replace(/[\s，,；;。！？!?:：、.]+$/, '')
  return whole.length > LONGEST * 3 ? whole.slice(0, LONGEST * 3) : whole || words.trim().slice(0, LONGEST)
}
