import type { CleaningKind } from './decomposition'

/** A stretch of cleaned text to take out (or to turn into one space), with the reason. */
export type WrapCut = { start: number; end: number; replacement: '' | ' '; kind: CleaningKind }

const markerOnly =
  /^(?:\(?[a-z]\)|[a-z]\.|\(?\d{1,2}\)|\((?:[ivx]{1,6})\)|[（(][一二三四五六七八九十]{1,3}[）)])$/
const startsItem =
  /^(?:[-*+•#|]|\(?[a-zA-Z]\)\s|[a-z]\.\s|\(?\d{1,3}[).]\s?|\([ivx]{1,6}\)|\([a-z]\)|\(\d{1,2}\)|§|Sec(?:tion|\.)\s*\d|WHEREAS|THAT\s|NOW, THEREFORE|Article\s+\d|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[一二三四五六七八九十]{1,3}[要是]|第[一二三四五六七八九十百\d]{1,5}[条章节]|\d{1,2}[.．、])/
const pageNumber = /^(?:-\s?)?\d{1,3}(?:\s?-|\.)?$|^[Pp]age \d{1,3}(?: of \d{1,3})?$|^—\s?\d{1,3}\s?—$/
const label = /^[^，。,.]{1,10}[：:]|^[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}:\s/

type Line = { start: number; end: number; body: string }

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    lines.push({ start, end, body: text.slice(start, end).trim() })
    start = end + 1
  }
  return lines
}

function isPageNumber(lines: Line[], i: number): boolean {
  if (!pageNumber.test(lines[i]!.body)) return false
  const before = i > 0 ? lines[i - 1]!.body : ''
  const after = i + 1 < lines.length ? lines[i + 1]!.body : ''
  const apart = before === '' || after === ''
  // “2.” before “(b)” is a page's number; before a sentence it may be an item
  if (lines[i]!.body.endsWith('.')) return apart && startsItem.test(after)
  return apart || (before !== '' && !/[.。；;：:!?]$/.test(before))
}

function joins(a: string, b: string, chinese: boolean): boolean {
  // a scanner's stray bar before the words of a marker
  if (markerOnly.test(a) && /^\|\s[A-Za-z]/.test(b) && !b.slice(1).includes('|')) return true
  if (
    a === '' ||
    b === '' ||
    startsItem.test(b) ||
    (label.test(b) && (chinese || /^[A-Z]/.test(b))) ||
    /^(?:---|#|\{)/.test(a) ||
    (a.startsWith('|') && a.lastIndexOf('|') > 0) ||
    a.includes('\t')
  )
    return false
  if (markerOnly.test(a)) return true
  if (/[.。！!？?：:；;”"’）)>|}]$/.test(a) && !(a.endsWith(')') && /^[a-z]/.test(b))) return false
  if (chinese) {
    if (/[，、]$/.test(a)) return a.length >= 12
    return a.length >= 28 && /[\u4e00-\u9fff]$/.test(a) && /^[\u4e00-\u9fff]/.test(b) && /[，。；]/.test(a)
  }
  if (label.test(a) && a.length < 60) return false
  // a list without markers: “submit a plan; and” stands before its last item
  if (/;\s(?:and|or)$/.test(a) && a.length < 70) return false
  // a day on a line of its own goes on nothing
  if (/^\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}$/.test(b)) return false
  // no heading holds a finite verb
  if (/\s(?:which|that|shall|will|must|should|may|is|are|was|were|has|have)\s/.test(a) && a.length >= 24)
    return true
  // no heading ends in “of the”, and “The Chief” before “Medical Examiner shall” is no heading
  if (
    /(?<![;,])\s(?:the|of|and|or|to|an?|in|for|by|with|that|which|shall|must|will|may|be|is|are|each|any|its|their|from|on|at|as|no)$/.test(
      a,
    )
  )
    return true
  if (
    /^(?:The|Each|Any|No|This|These|Such)(?: \S+){0,3}$/.test(a) &&
    /^(?:\S+ ){0,5}(?:shall|must|will|may)\b/.test(b)
  )
    return true
  return /^[a-z(0-9]/.test(b) || a.length >= 45
}

/** Line breaks inside a sentence and page numbers between its halves, found by shape alone. Linear. */
export function findWraps(text: string, chinese: boolean): WrapCut[] {
  const cuts: WrapCut[] = []
  const lines = linesOf(text)
  let front = lines[0]?.body === '---'
  let last = -1
  let bridged = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (front) {
      if (i > 0 && line.body === '---') front = false
      continue
    }
    if (line.body === '') {
      if (!bridged) last = -1
      continue
    }
    if (isPageNumber(lines, i)) {
      cuts.push({ start: line.start, end: line.end, replacement: '', kind: 'page' })
      // the sentence before may go on after the blank lines that surround the number
      last = i > 0 && lines[i - 1]!.body !== '' ? i - 1 : last
      bridged = true
      continue
    }
    const before = last >= 0 ? lines[last] : undefined
    const open =
      before && joins(before.body, line.body, chinese) && (!bridged || /^[a-z\u4e00-\u9fff]/.test(line.body))
    if (before && open) {
      const soft = text[before.end - 1] === '\u00ad'
      const replacement = chinese || soft ? '' : ' '
      const overlap = cuts.at(-1)?.kind === 'page' && cuts.at(-1)!.start >= before.end
      if (overlap) cuts.pop()
      cuts.push({
        start: soft ? before.end - 1 : before.end,
        end: line.start,
        replacement,
        kind: overlap ? 'page' : 'wrap',
      })
    }
    last = i
    bridged = false
  }
  return cuts
}
