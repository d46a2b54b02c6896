import { localDateOf, yearOf, type LocalDate } from '@/domain/calendar/local-date'

/** A day without its year in the head of a text, and the latest such day not after today: proposed, never taken. */
export type IssueDateQuestion = { start: number; end: number; proposed: LocalDate }

const HEAD = 600
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const CHINESE = /(?<![\d年])(\d{1,2})\s?月\s?(\d{1,2})\s?日/
const ENGLISH =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2})\b(?!\d|,?\s*(?:19|20)\d\d)/i
/** How many years a 29 February may lie back. */
const LOOK_BACK = 8

/** The first day in the head that stands without a year, offsets in UTF-16 units of the text as received; null if none. */
export function issueDateQuestion(text: string, today: LocalDate): IssueDateQuestion | null {
  const head = text.slice(0, HEAD)
  const chinese = CHINESE.exec(head)
  const english = chinese ? null : ENGLISH.exec(head)
  const found = chinese ?? english
  if (!found) return null
  const month = chinese ? Number(found[1]) : MONTHS.indexOf((found[1] ?? '').toLowerCase()) + 1
  const proposed = latestNotAfter(today, month, Number(found[2]))
  return proposed && { start: found.index, end: found.index + found[0].length, proposed }
}

function latestNotAfter(today: LocalDate, month: number, day: number): LocalDate | null {
  for (let year = yearOf(today); year > yearOf(today) - LOOK_BACK; year--) {
    const date = localDateOf(year, month, day)
    if (date && date <= today) return date
  }
  return null
}
