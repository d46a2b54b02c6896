/** Two keys in a row, such as G then D; times are those of keyboard events, in ms since the page was opened. */
export type KeyPair = { first: (at: number) => void; follows: (at: number) => boolean }

/** Notes the first key, and tells of the next one whether it came within so many ms; the one after that stands alone again. */
export function keyPair(withinMs: number): KeyPair {
  // Not 0: a page's clock starts there, and a letter in its first moments would pass for a second key.
  let firstAt = Number.NEGATIVE_INFINITY
  return {
    first: (at) => {
      firstAt = at
    },
    follows: (at) => {
      const soon = at - firstAt <= withinMs
      firstAt = Number.NEGATIVE_INFINITY
      return soon
    },
  }
}
