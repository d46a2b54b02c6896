import { addDays, addMonths, type LocalDate } from '@/domain/calendar/local-date'

/** How often an ongoing task is reported on. */
export const REPORTING_CYCLES = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const
/** One of `REPORTING_CYCLES`. */
export type ReportingCycle = (typeof REPORTING_CYCLES)[number]

/** The last day of the n-th period (from 1), counted from the dispatch: a month from 31 January ends in February. */
export function periodEnd(cycle: ReportingCycle, dispatchedOn: LocalDate, n: number): LocalDate {
  if (cycle === 'weekly') return addDays(dispatchedOn, 7 * n)
  if (cycle === 'fortnightly') return addDays(dispatchedOn, 14 * n)
  return addMonths(dispatchedOn, (cycle === 'monthly' ? 1 : 3) * n)
}

/** How reporting stands: periods missed in a row up to yesterday, and the days by which the next two are due. */
export type ReportingStanding = { missedPeriods: number; reportDuesAhead: LocalDate[] }

/**
 * A period is served by any report submitted after the period before it ended and up to its own last day.
 * `reportedOn` are the days of submission. The period that today lies in is due, not missed; once it is served the
 * ones after it are ahead. A report, late or not, ends the row of missed periods before it.
 */
export function reportingStanding(
  cycle: ReportingCycle,
  dispatchedOn: LocalDate,
  reportedOn: readonly LocalDate[],
  today: LocalDate,
): ReportingStanding {
  let missedPeriods = 0
  let n = 1
  let start = dispatchedOn
  let end = periodEnd(cycle, dispatchedOn, n)
  const served = () => reportedOn.some((day) => (day > start || (n === 1 && day >= start)) && day <= end)
  while (end < today) {
    missedPeriods = served() ? 0 : missedPeriods + 1
    n += 1
    start = end
    end = periodEnd(cycle, dispatchedOn, n)
  }
  const servedNow = served()
  if (servedNow) {
    missedPeriods = 0
    n += 1
  }
  const reportDuesAhead = [periodEnd(cycle, dispatchedOn, n), periodEnd(cycle, dispatchedOn, n + 1)]
  return { missedPeriods, reportDuesAhead }
}
