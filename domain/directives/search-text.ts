import { simplify } from './simplify'

/** A text in the one form that is searched, and where in the text each of its characters stands. */
export type FoldedText = { folded: string; starts: number[]; ends: number[] }

const BLANKS = /(?<=[\u3400-\u9fff〔〕])\s+|\s+(?=[\u3400-\u9fff〔〕])/g
const DOC_NUMBER = /[〔[(【〈{]\s*((?:19|20)\d{2})\s*[〕\])】〉}]\s*(?:第\s*)?0*(\d{1,5})(?!\d)/g

/**
 * One form for what is asked and what is found: width, case, simplified characters, no blanks beside Chinese characters, document numbers in
 * one kind of bracket (`〔2020〕18`). The database folds what it keeps in the same way (`search_fold`); a test holds the two together.
 */
export function foldSearch(text: string): string {
  return foldWithPlaces(text).folded
}

/** As `foldSearch`, with the place of each character in the text, in UTF-16 units: for marking what was found. */
export function foldWithPlaces(text: string): FoldedText {
  const plain: FoldedText = { folded: '', starts: [], ends: [] }
  let at = 0
  for (const sign of text) {
    const form = simplify(sign.normalize('NFKC').toLowerCase())
    append(plain, form, at, at + sign.length)
    at += sign.length
  }
  return rewrite(
    rewrite(plain, BLANKS, () => ''),
    DOC_NUMBER,
    ([, year, number]) => `〔${year}〕${number}`,
  )
}

function append(to: FoldedText, form: string, start: number, end: number): void {
  to.folded += form
  for (let i = 0; i < form.length; i++) {
    to.starts.push(start)
    to.ends.push(end)
  }
}

function rewrite(from: FoldedText, pattern: RegExp, write: (found: RegExpExecArray) => string): FoldedText {
  const to: FoldedText = { folded: '', starts: [], ends: [] }
  let at = 0
  const copy = (end: number) => {
    to.folded += from.folded.slice(at, end)
    to.starts.push(...from.starts.slice(at, end))
    to.ends.push(...from.ends.slice(at, end))
  }
  for (const found of from.folded.matchAll(pattern)) {
    copy(found.index)
    at = found.index + found[0].length
    append(to, write(found), from.starts[found.index] ?? 0, from.ends[at - 1] ?? 0)
  }
  copy(from.folded.length)
  return to
}
