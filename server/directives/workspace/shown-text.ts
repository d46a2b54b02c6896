import { cleanText } from '@/domain/directives/clean'
import { simplify } from '@/domain/directives/simplify'

/** Noise set aside in the text as received: [start, end, what is shown instead]. */
export type Noise = readonly (readonly [number, number, string])[]

/** The text as received, in simplified characters (same length, so that offsets hold), and the noise that the tidy view leaves out. */
export function shownText(text: string): { simplified: string | null; noise: Noise } {
  const simplified = simplify(text)
  const { entries } = cleanText(text)
  return {
    simplified: simplified === text ? null : simplified,
    noise: entries.map(({ start, end, replacement }) => [start, end, replacement] as const),
  }
}
