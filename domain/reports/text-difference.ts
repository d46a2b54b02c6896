/** A stretch of one of two texts: in both, only in the earlier, only in the later. */
export type DifferencePiece = { kind: 'same' | 'removed' | 'added'; text: string }

/** Han and kana by the character, Latin and digits by the word (12.5 and 2,306 are one), all else by the sign. */
const TOKENS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:[.,'’-](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*|\s+|./gsu
const WORD = /[\p{L}\p{N}\p{M}]/u
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const SENTENCES = /[^。；！？;!?\n]*[。；！？;!?\n]|[^。；！？;!?\n]+/gu

/** Edits looked for before the comparison falls back to whole sentences: bounds it to a few million steps. */
const MAX_EDITS = 1000

/** A text cut into what is compared: nothing is lost, the tokens joined are the text. */
export function tokensOf(text: string): string[] {
  return (text.match(TOKENS) ?? []).flatMap((token) =>
    // A word of mixed script (A股) is cut at the Han characters.
    token.length > 1 && HAN.test(token)
      ? (token.match(/[\p{Script=Han}]|[^\p{Script=Han}]+/gu) ?? [])
      : [token],
  )
}

/**
 * What changed between two versions of a text, in reading order: what was taken out stands before what came in its place. Same and removed
 * joined give the earlier text, same and added the later. Cost is bounded: very different texts are compared by sentence, then as wholes.
 */
export function textDifference(before: string, after: string): DifferencePiece[] {
  const fine = compare(tokensOf(before), tokensOf(after))
  const found = fine ?? compare(before.match(SENTENCES) ?? [], after.match(SENTENCES) ?? [])
  if (found) return tidy(found)
  return tidy([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
}

/** Compares two lists of tokens; null where more than MAX_EDITS differ. */
function compare(before: readonly string[], after: readonly string[]): DifferencePiece[] | null {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const shortest = Math.min(before.length, after.length) - start
  while (end < shortest && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const middle = shortestScript(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  )
  if (!middle) return null
  const same = (tokens: readonly string[]): DifferencePiece => ({ kind: 'same', text: tokens.join('') })
  return [same(before.slice(0, start)), ...middle, same(before.slice(before.length - end))]
}

/** Myers' shortest edit script, greedy, forward; the furthest points of each step are kept to walk back. */
function shortestScript(a: readonly string[], b: readonly string[]): DifferencePiece[] | null {
  const most = Math.min(a.length + b.length, MAX_EDITS)
  const steps: Int32Array[] = []
  let reach = new Int32Array(2 * most + 3)
  for (let edits = 0; edits <= most; edits++) {
    steps.push(reach.slice())
    const next = reach
    for (let k = -edits; k <= edits; k += 2) {
      const at = k + most + 1
      const down = k === -edits || (k !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0))
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      next[at] = x
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, steps, most)
    }
    reach = next
  }
  return null
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  steps: readonly Int32Array[],
  most: number,
): DifferencePiece[] {
  const pieces: DifferencePiece[] = []
  let x = a.length
  let y = b.length
  for (let edits = steps.length - 1; edits >= 0; edits--) {
    const reach = steps[edits]
    const k = x - y
    const at = k + most + 1
    const down = k === -edits || (k !== edits && (reach?.[at - 1] ?? 0) < (reach?.[at + 1] ?? 0))
    const fromX = edits === 0 ? 0 : down ? (reach?.[at + 1] ?? 0) : (reach?.[at - 1] ?? 0)
    const fromY = edits === 0 ? 0 : fromX - (down ? k + 1 : k - 1)
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      pieces.push({ kind: 'same', text: a[x - 1] ?? '' })
      x -= 1
      y -= 1
    }
    if (edits === 0) break
    if (down) pieces.push({ kind: 'added', text: b[y - 1] ?? '' })
    else pieces.push({ kind: 'removed', text: a[x - 1] ?? '' })
    x = fromX
    y = fromY
  }
  return pieces.reverse()
}

/** Joins neighbours, takes removed before added, and gives up islands too short to read between two changes. */
function tidy(pieces: readonly DifferencePiece[]): DifferencePiece[] {
  const joined = join(pieces)
  return join(
    joined.flatMap((piece, at): DifferencePiece[] => {
      const between = at > 0 && at < joined.length - 1
      if (piece.kind !== 'same' || !between || !isIsland(piece.text)) return [piece]
      return [
        { kind: 'removed', text: piece.text },
        { kind: 'added', text: piece.text },
      ]
    }),
  )
}

/** One Han character, or signs and spaces alone, say nothing that stands by itself. */
function isIsland(text: string): boolean {
  if (text.includes('\n')) return false
  return !WORD.test(text) || (HAN.test(text) && [...text].length === 1)
}

function join(pieces: readonly DifferencePiece[]): DifferencePiece[] {
  const out: DifferencePiece[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) out.push({ kind: 'removed', text: removed })
    if (added) out.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of pieces) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') last.text += text
      else out.push({ kind, text })
    }
  }
  flush()
  return out
}
