/** One thing that the last report said would come, with what this one says of it; null where it is not mentioned. */
export type PromisePair = { promised: string; answered: string | null }

const PARTS = /[^。；！？;!?\n]+[。；！？;!?]?/gu
/** Shared character pairs, over those of the promise: below this a sentence is about something else. */
const ALIKE = 0.2

const essence = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const partsOf = (text: string) =>
  (text.match(PARTS) ?? []).map((part) => part.trim()).filter((part) => essence(part).length > 1)

/** 上期说 beside 本期做到: each sentence of the last next step with the sentence of this report that is most like it. Pairs texts, judges nothing. */
export function pairPromises(lastNextStep: string, done: string): PromisePair[] {
  const answers = partsOf(done).map((text) => ({ text, pairs: pairsOf(text) }))
  return partsOf(lastNextStep).map((promised) => {
    const wanted = pairsOf(promised)
    let best: { text: string; share: number } | null = null
    for (const { text, pairs } of answers) {
      let shared = 0
      for (const pair of wanted) if (pairs.has(pair)) shared += 1
      const share = shared / Math.max(1, wanted.size)
      if (shared > 1 && share >= ALIKE && share > (best?.share ?? 0)) best = { text, share }
    }
    return { promised, answered: best?.text ?? null }
  })
}

function pairsOf(text: string): Set<string> {
  const letters = [...essence(text)]
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(`${letters[i]}${letters[i + 1]}`)
  return pairs
}
