import { isLocalDate, localDateOf } from '@/domain/calendar/local-date'
import { numericDay } from './deadline-words-en'

/** A stretch of the cleaned text. */
export type Place = { start: number; end: number }
/** A line that is not blank, trimmed, with where it stands. */
export type Line = Place & { body: string }
type Dated = Place & { date: string }

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** A day in words or figures. */
export const dateShape = new RegExp(
  String.raw`(?:(?<m1>${months})\s+(?<d1>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y1>\d{4}))|(?:(?<d2>\d{1,2})(?:st|nd|rd|th)?(?:\s+day\s+of|\s+of)?\s+(?<m2>${months}),?\s+(?<y2>\d{4}))|(?<y3>(?:19|20)\d{2})-(?<m3>\d{2})-(?<d3>\d{2})|(?<a>\d{1,2})(?<s>[./])(?<b>\d{1,2})\k<s>(?<y4>(?:19|20)\d{2})`,
  'i',
)
/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const raw of text.split('\n')) {
    const body = raw.trim()
    if (body !== '') {
      const start = from + raw.indexOf(body)
      lines.push({ start, end: start + body.length, body })
    }
    from += raw.length + 1
  }
  return lines
}

function dayIn(body: string, monthFirst: boolean): { date: string; index: number; length: number } | null {
  const found = dateShape.exec(body)
  if (!found) return null
  const g = found.groups!
  const index = (name: string) =>
    months.split('|').findIndex((m) => m.toLowerCase() === name.toLowerCase()) + 1
  const date = g.m1
    ? localDateOf(Number(g.y1), index(g.m1), Number(g.d1))
    : g.m2
      ? localDateOf(Number(g.y2), index(g.m2), Number(g.d2))
      : g.y3
        ? localDateOf(Number(g.y3), Number(g.m3), Number(g.d3))
        : numericDay(g.a!, g.b!, g.y4!, g.s!, monthFirst)
  return date && isLocalDate(date) ? { date, index: found.index, length: found[0].length } : null
}

// in order of trust: a labelled date, a date by itself, the day a meeting was held, the day it was adopted, the last line
const numberedOf = new RegExp(
  String.raw`^(?:(?:EXECUTIVE |ADMINISTRATIVE )?(?:ORDER|PROCLAMATION|MEMORANDUM|RESOLUTION|DIRECTIVE|CIRCULAR))\s+[\w. -]{1,12} of `,
  'i',
)
const monthThenDay = new RegExp(String.raw`\b(?:${months}) \d{1,2}, \d{4}`)
const lastDate = new RegExp(`(?:^|\\n|[A-Z]{2}[,.]?)\\s*(?:${dateShape.source})\\.?\\s*$`)
/** The day a paper was issued (a meeting: held) with where it is read: a labelled date first, then one that stands alone, the last line. */
export function issuedOf(
  text: string,
  lines: Line[],
  field: (shape: RegExp) => Place | null,
  meeting: boolean,
): Dated | null {
  const monthFirst = monthThenDay.test(text.slice(0, 60000))
  const read = (place: Place | null): Dated | null => {
    const day = place && dayIn(text.slice(place.start, place.end), monthFirst)
    return day
      ? { date: day.date, start: place.start + day.index, end: place.start + day.index + day.length }
      : null
  }
  // a page about a meeting may carry the day it was put up: the day it was held comes first
  const sat = lines.find(
    (l) =>
      /\bmeeting\b/i.test(l.body) &&
      l.body.length < 160 &&
      /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bheld (?:on|at)\b/i.test(l.body) &&
      !/\b(?:next|previous|last|approve|confirm|minutes of the meeting)\b/i.test(l.body) &&
      dayIn(l.body, monthFirst),
  )
  if (sat && meeting) return read(sat)
  const front = read(field(/^(?:date_signed|date|issued|signed|issued_on):\s*['"]?(\d{4}-\d{2}-\d{2})/m))
  if (front) return front
  const labelled = lines.find(
    (l) =>
      /^[*_ ]*(?:Dated?|DATED?|Issued(?: on)?|Date of (?:issue|publication|issuance)|Publication date|Release date|Date issued|Signed|Effective date)\b[*_ ]*:?/.test(
        l.body,
      ) &&
      !/\bnext\b/i.test(l.body) &&
      l.body.length < 80 &&
      dayIn(l.body, monthFirst),
  )
  if (labelled) return read(labelled)
  const alone = lines.find((l) => {
    const day = l.body.length <= 70 ? dayIn(l.body, monthFirst) : null
    return (
      day !== null &&
      l.body.slice(day.index + day.length).replace(/[.,\s*_:)]/g, '').length <= 4 &&
      place(l.body.slice(0, day.index))
    )
  })
  if (alone) return read(alone)
  const held = lines.find(
    (l) =>
      /\b(?:held|meeting|adopted|convened)\b/i.test(l.body) &&
      !/\b(?:next|previous|last|minutes of the meeting held)\b/i.test(l.body) &&
      l.body.length < 220 &&
      dayIn(l.body, monthFirst),
  )
  if (held) return read(held)
  const titled = lines.find((l) => numberedOf.test(l.body) && dayIn(l.body, monthFirst))
  if (titled) return read(titled)
  const tail = linesOf(text.slice(-1500)).reverse()
  const offset = Math.max(0, text.length - 1500)
  for (const l of tail.slice(0, 12)) {
    const day = l.body.length <= 160 ? dayIn(l.body, monthFirst) : null
    if (!day) continue
    const before = l.body.slice(0, day.index)
    const signed =
      /\b(?:adopted|passed|signed|dated|done|given|hand|approved)\b/i.test(before) && before.length <= 90
    if (
      !(signed || place(before)) ||
      /\b(?:by|until|before|next|later than|effect|effective)\b/i.test(before)
    )
      continue
    return {
      date: day.date,
      start: offset + l.start + day.index,
      end: offset + l.start + day.index + day.length,
    }
  }
  // “…any other person.THE WHITE HOUSE,    March 25, 2025.” on the last line of a text without breaks
  const end = text.slice(-160)
  const closing = lastDate.exec(end)
  const from = text.length - end.length
  return closing ? read({ start: from + closing.index, end: text.length }) : null
}

// what may stand before a date on its line: nothing, a place, a weekday
const place = (before: string) =>
  /^[*_\s(]*(?:(?:[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,3},?\s+)?(?:dated,?\s+)?(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?)$/.test(
    before,
  ) && !/^(?:By|On|Until|Before|From|Since|After|Effective)\b/.test(before.trim())
