import { dateOfNumber, dayNumber, weekday, yearOf, type LocalDate } from './local-date'

/**
 * Which days are worked. `published` holds the years whose holiday notice is known; `off` the weekdays that are
 * holidays, `on` the weekend days that are worked to make up. Treated as immutable: an index is kept per object.
 */
export type WorkingCalendar = {
  zone: string
  published: ReadonlySet<number>
  off: ReadonlySet<LocalDate>
  on: ReadonlySet<LocalDate>
}

type CalendarIndex = { off: number[]; on: number[]; offSet: Set<number>; onSet: Set<number> }
const indexes = new WeakMap<WorkingCalendar, CalendarIndex>()

const isWeekday = (number: number) => (((number + 3) % 7) + 7) % 7 < 5

function indexOf(calendar: WorkingCalendar): CalendarIndex {
  const kept = indexes.get(calendar)
  if (kept) return kept
  // A row of an unpublished year counts for nothing: such a year is Monday to Friday and says so.
  const numbers = (dates: ReadonlySet<LocalDate>, weekdays: boolean) =>
    [...dates]
      .filter((date) => calendar.published.has(yearOf(date)))
      .map(dayNumber)
      .filter((number) => isWeekday(number) === weekdays)
      .sort((a, b) => a - b)
  const off = numbers(calendar.off, true)
  const on = numbers(calendar.on, false)
  const index = { off, on, offSet: new Set(off), onSet: new Set(on) }
  indexes.set(calendar, index)
  return index
}

function isWorked(number: number, index: CalendarIndex): boolean {
  return isWeekday(number) ? !index.offSet.has(number) : index.onSet.has(number)
}

/** True where the holiday notice of the date's year is known; else every count is a guess and must be flagged. */
export function isPublished(date: LocalDate, calendar: WorkingCalendar): boolean {
  return calendar.published.has(yearOf(date))
}

/** True on a day that is worked; in an unpublished year Monday to Friday. */
export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  return isWorked(dayNumber(date), indexOf(calendar))
}

/** The date itself if it is worked, else the first worked day after it. */
export function nextWorkingDay(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  const index = indexOf(calendar)
  let number = dayNumber(date)
  while (!isWorked(number, index)) number += 1
  return dateOfNumber(number)
}

/** The n-th worked day after the date (negative: before it); the date itself, worked or not, for 0. */
export function addWorkingDays(date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  const index = indexOf(calendar)
  const step = count < 0 ? -1 : 1
  let number = dayNumber(date)
  for (let left = Math.abs(count); left > 0; ) {
    number += step
    if (isWorked(number, index)) left -= 1
  }
  return dateOfNumber(number)
}

/** Worked days after a up to and including b; negative (b, a] where b is the earlier. */
export function workingDaysBetween(a: LocalDate, b: LocalDate, calendar: WorkingCalendar): number {
  if (b < a) return -workingDaysBetween(b, a, calendar)
  const from = dayNumber(a)
  const to = dayNumber(b)
  const { off, on } = indexOf(calendar)
  const within = (sorted: number[]) => countUpTo(sorted, to) - countUpTo(sorted, from)
  return weekdaysUpTo(to) - weekdaysUpTo(from) - within(off) + within(on)
}

/** Weekdays from a fixed Monday long ago up to and including the day, in closed form. */
function weekdaysUpTo(number: number): number {
  const sinceMonday = number + 3 + 7 * 60_000
  return Math.floor(sinceMonday / 7) * 5 + Math.min((sinceMonday % 7) + 1, 5)
}

/** How many entries of a sorted list are at most the limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** What a person should know of a chosen date: a day off (with the next worked day), or an unpublished year. */
export type DateAdvice =
  | { code: 'date.rest_day'; params: { date: LocalDate; next: LocalDate; weekday: number } }
  | { code: 'date.year_unpublished'; params: { date: LocalDate; year: number } }

/** Advice on a date, never a refusal; both kinds may hold at once. */
export function dateAdvice(date: LocalDate, calendar: WorkingCalendar): DateAdvice[] {
  const advice: DateAdvice[] = []
  if (!isWorkingDay(date, calendar)) {
    const next = nextWorkingDay(date, calendar)
    advice.push({ code: 'date.rest_day', params: { date, next, weekday: weekday(date) } })
  }
  if (!isPublished(date, calendar)) {
    advice.push({ code: 'date.year_unpublished', params: { date, year: yearOf(date) } })
  }
  return advice
}
