import { weekday, yearOf, type LocalDate } from './local-date'
import type { WorkingCalendar } from './working-days'
import type { NamedDay } from './year-notice'

/** A day as the office may put it right: off, worked, or as the day of the week says. */
export const DAY_STATES = ['off', 'working', 'rule'] as const
/** One of `DAY_STATES`. */
export type DayState = (typeof DAY_STATES)[number]

/** The state in which a calendar keeps the day: `rule` where nothing is kept of it. */
export function stateOf(calendar: WorkingCalendar, on: LocalDate): DayState {
  return calendar.off.has(on) ? 'off' : calendar.on.has(on) ? 'working' : 'rule'
}

/** True where the state says something else than the day of the week: only weekdays are taken off, only weekends made up. */
export function fitsWeekday(state: DayState, on: LocalDate): boolean {
  return state === 'rule' || (state === 'off') === weekday(on) <= 5
}

/** The calendar with this year published as these days say, in place of what was kept of it. */
export function withYear(
  calendar: WorkingCalendar,
  year: number,
  days: readonly NamedDay[],
): WorkingCalendar {
  const { off, on } = withoutYear(calendar, year)
  const these = (isWorking: boolean) => days.filter((day) => day.isWorking === isWorking).map((day) => day.on)
  return {
    ...calendar,
    published: new Set([...calendar.published, year]),
    off: new Set([...off, ...these(false)]),
    on: new Set([...on, ...these(true)]),
  }
}

/** The calendar with this year unpublished. */
export function withoutYear(calendar: WorkingCalendar, year: number): WorkingCalendar {
  const others = (days: ReadonlySet<LocalDate>) => new Set([...days].filter((day) => yearOf(day) !== year))
  const published = new Set([...calendar.published].filter((one) => one !== year))
  return { ...calendar, published, off: others(calendar.off), on: others(calendar.on) }
}

/** The calendar with one day put right. */
export function withDay(calendar: WorkingCalendar, on: LocalDate, state: DayState): WorkingCalendar {
  const others = (days: ReadonlySet<LocalDate>) => [...days].filter((day) => day !== on)
  return {
    ...calendar,
    off: new Set([...others(calendar.off), ...(state === 'off' ? [on] : [])]),
    on: new Set([...others(calendar.on), ...(state === 'working' ? [on] : [])]),
  }
}

/** The first year, from the one date to the other, whose calendar is not published: what is reckoned across it may change. Null: none. */
export function firstUnpublishedYear(
  from: LocalDate,
  to: LocalDate,
  calendar: Pick<WorkingCalendar, 'published'>,
): number | null {
  const [first, last] = from <= to ? [yearOf(from), yearOf(to)] : [yearOf(to), yearOf(from)]
  for (let year = first; year <= last; year++) if (!calendar.published.has(year)) return year
  return null
}

/** The year whose calendar should be published by now: from 1 October the next one, before that this one. Null: it is. */
export function missingYear(today: LocalDate, calendar: Pick<WorkingCalendar, 'published'>): number | null {
  const year = yearOf(today)
  if (!calendar.published.has(year)) return year
  return today >= `${year}-10-01` && !calendar.published.has(year + 1) ? year + 1 : null
}
