import {
  addDays,
  addMonths,
  daysBetween,
  monthEnd,
  partsOf,
  weekday,
  type LocalDate,
} from '@/domain/calendar/local-date'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'

/** A Sunday that fortnights are counted from, so that the figures of all units speak of the same days. */
const FIRST_SUNDAY: LocalDate = '2018-01-07'

/** The last day of the calendar's period that the day lies in: Sunday, every other Sunday, the month's or the quarter's last day. */
export function periodEndOf(cycle: ReportingCycle, day: LocalDate): LocalDate {
  const sunday = addDays(day, 7 - weekday(day))
  if (cycle === 'weekly') return sunday
  if (cycle === 'fortnightly') {
    const weeks = daysBetween(FIRST_SUNDAY, sunday) / 7
    return weeks % 2 === 0 ? sunday : addDays(sunday, 7)
  }
  if (cycle === 'monthly') return monthEnd(day)
  const { month } = partsOf(day)
  return monthEnd(addMonths(day, (3 - (month % 3)) % 3))
}

/** The period before the one that ends on this day, by its last day. */
export function periodEndBefore(cycle: ReportingCycle, end: LocalDate): LocalDate {
  if (cycle === 'weekly') return addDays(end, -7)
  if (cycle === 'fortnightly') return addDays(end, -14)
  return monthEnd(addMonths(end, cycle === 'monthly' ? -1 : -3))
}

/**
 * The days that a value may speak of now, newest first: the running period and the two before it, none from before the task went out.
 * Without a cycle: today alone.
 */
export function periodsOpen(
  cycle: ReportingCycle | null,
  dispatchedOn: LocalDate,
  today: LocalDate,
): LocalDate[] {
  if (cycle === null) return [today]
  const now = periodEndOf(cycle, today)
  const before = periodEndBefore(cycle, now)
  return [now, before, periodEndBefore(cycle, before)].filter((end) => end === now || end >= dispatchedOn)
}

/** The period that is due first: the oldest of the open ones without a value, else the running one (its value is then given anew). */
export function periodDue(open: readonly LocalDate[], given: readonly LocalDate[]): LocalDate | null {
  return [...open].reverse().find((end) => !given.includes(end)) ?? open[0] ?? null
}
