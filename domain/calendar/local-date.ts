/** A calendar day 'YYYY-MM-DD' in the zone of the settings. A literal fits; other text must pass `isLocalDate`. */
export type LocalDate = `${number}-${number}-${number}`

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** The day's count since 1970-01-01, for arithmetic; whole days, so daylight saving never enters. */
export function dayNumber(date: LocalDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

/** The inverse of `dayNumber`, for the years 0001 to 9999. */
export function dateOfNumber(number: number): LocalDate {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate
}

/** True for a day that exists: 2023-02-29 does not. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string') return false
  const match = SHAPE.exec(value)
  if (!match) return false
  return localDateOf(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}

/** The day of these figures, or null where the calendar has no such day (years 1000 to 9999). */
export function localDateOf(year: number, month: number, day: number): LocalDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null
  if (!(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year, month))) return null
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${year}-${pad(month)}-${pad(day)}` as LocalDate
}

/** How many days the month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The year, month (from 1) and day of a date. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

/** The date so many calendar days later (negative: earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfNumber(dayNumber(date) + days)
}

/** The date so many months later, kept inside the month: 31 January plus one is the last of February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)
  return addDays(first.toISOString().slice(0, 10) as LocalDate, Math.min(day, last) - 1)
}

/** Calendar days from a to b; positive where b is later. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a)
}

/** Negative, zero or positive as a stands before, on or after b: for sorting. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The day of the week after ISO 8601: 1 Monday to 7 Sunday. */
export function weekday(date: LocalDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The last day of the date's month. */
export function monthEnd(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date)
  return addDays(date, daysInMonth(year, month) - partsOf(date).day)
}

/** The year of a date as a number. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function clockIn(instant: Date, zone: string): Record<string, string> {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]))
}

/** The calendar day that an instant falls on in a zone; throws RangeError for an unknown zone. */
export function localDateIn(instant: Date, zone: string): LocalDate {
  const clock = clockIn(instant, zone)
  return `${clock.year}-${clock.month}-${clock.day}` as LocalDate
}

/** Milliseconds since midnight on the zone's wall clock. */
export function timeOfDayIn(instant: Date, zone: string): number {
  const clock = clockIn(instant, zone)
  const seconds = Number(clock.hour) * 3600 + Number(clock.minute) * 60 + Number(clock.second)
  return seconds * 1000 + (((instant.getTime() % 1000) + 1000) % 1000)
}

/** Days that a person may give: reckoning from them, in whatever steps, never leaves the years that a date can be written in. */
export function isGivenDate(value: unknown): value is LocalDate {
  return isLocalDate(value) && value >= '1900-01-01' && value <= '2199-12-31'
}
