import { addDays, isGivenDate, type LocalDate } from '@/domain/calendar/local-date'
import { addWorkingDays, type WorkingCalendar } from '@/domain/calendar/working-days'

/** The rows of the overview in their order, by their anchors: what keys 1 to 5 go to. */
export const OVERVIEW_ROWS = ['standing', 'off-course', 'weeks', 'progress', 'provinces'] as const

/** What the small multiples of the overview are of. */
export const OVERVIEW_BY = ['directive', 'unit'] as const
/** One of `OVERVIEW_BY`. */
export type OverviewBy = (typeof OVERVIEW_BY)[number]

/** What the address of the overview says: small multiples of what, and compared with the evening of which day. */
export type OverviewView = { by: OverviewBy; since: LocalDate }

/** Days that the comparison offers by name, in the order of its menu. */
export const COMPARE_POINTS = ['workday', 'week', 'month'] as const
/** One of `COMPARE_POINTS`. */
export type ComparePoint = (typeof COMPARE_POINTS)[number]

/** The day of a named comparison: the working day before, a week ago, four weeks ago. */
export function compareDay(point: ComparePoint, today: LocalDate, calendar: WorkingCalendar): LocalDate {
  if (point === 'workday') return addWorkingDays(today, -1, calendar)
  return addDays(today, point === 'week' ? -7 : -28)
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads an address; what it does not know it leaves out. A week ago where no earlier day is given. */
export function parseOverview(query: Query, today: LocalDate): OverviewView {
  const since = query.since
  return {
    by: OVERVIEW_BY.find((one) => one === query.by) ?? 'directive',
    since: isGivenDate(since) && since < today ? since : addDays(today, -7),
  }
}

/** The address of a view, in which what is the rule is not said. */
export function overviewHref(
  view: OverviewView,
  today: LocalDate,
  change: Partial<OverviewView> = {},
): string {
  const next = { ...view, ...change }
  const query = new URLSearchParams()
  if (next.by !== 'directive') query.set('by', next.by)
  if (next.since !== addDays(today, -7)) query.set('since', next.since)
  const text = query.toString()
  return text ? `/overview?${text}` : '/overview'
}
