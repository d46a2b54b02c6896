// The demo's own clock: everything in it happened so many working days before the day of its seeding, or is due so many after it.
import { partsOf, type LocalDate } from '@/domain/calendar/local-date'
import { addWorkingDays, type WorkingCalendar } from '@/domain/calendar/working-days'
import { startOfDay } from '@/server/dates'
import { todayIn } from '@/server/load-rules'
import type { Settings } from '@/domain/settings'

const MINUTE = 60_000
/** What happens "today" is fitted into this time before the seeding, so that nothing lies in the future. */
const TODAY_MS = 90 * MINUTE
const OPENING = 8 * 60
const CLOSING = 20 * 60

/** Days count in working days from the day of the seeding: negative before it. */
export type DemoDates = {
  on: (day: number) => LocalDate
  /** The instant of a wall-clock time (minutes since midnight) on that day, never after the seeding. */
  at: (day: number, minutes: number) => Date
  /** The midnight with which the day of an instant begins. */
  nightBefore: (at: Date) => Date
  /** 12月10日 */
  zh: (day: number) => string
  /** 2026年12月10日 */
  zhFull: (day: number) => string
  /** 10 December 2026 */
  en: (day: number) => string
  year: (day: number) => number
}

/** The demo's dates as seen from the instant of its seeding. */
export function demoDates(now: Date, settings: Settings, calendar: WorkingCalendar): DemoDates {
  const today = todayIn(settings, now)
  const on = (day: number) => addWorkingDays(today, day, calendar)
  const figures = (day: number) => partsOf(on(day))
  const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return {
    on,
    at: (day, minutes) => {
      if (day < 0) return new Date(startOfDay(on(day), settings.zone).getTime() + minutes * MINUTE)
      const share = Math.min(1, Math.max(0, (minutes - OPENING) / (CLOSING - OPENING)))
      return new Date(now.getTime() - Math.round(TODAY_MS * (1 - share)))
    },
    nightBefore: (at) => startOfDay(todayIn(settings, at), settings.zone),
    zh: (day) => `${figures(day).month}月${figures(day).day}日`,
    zhFull: (day) => `${figures(day).year}年${figures(day).month}月${figures(day).day}日`,
    en: (day) => english.format(new Date(`${on(day)}T00:00:00Z`)),
    year: (day) => figures(day).year,
  }
}
