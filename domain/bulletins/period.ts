import {
  addDays,
  addMonths,
  daysBetween,
  monthEnd,
  partsOf,
  type LocalDate,
} from '@/domain/calendar/local-date'
import type { FailureParams } from '@/domain/errors'

/** The days of which a bulletin accounts, both included. */
export type Period = { from: LocalDate; to: LocalDate }

/** Longest period: a leap year. */
export const PERIOD_DAYS = 366

/** The periods that are offered by name. */
export const PERIOD_SHORTCUTS = ['this_month', 'last_month', 'this_quarter'] as const
/** One of `PERIOD_SHORTCUTS`. */
export type PeriodShortcut = (typeof PERIOD_SHORTCUTS)[number]

const firstOfMonth = (day: LocalDate) => addDays(day, 1 - partsOf(day).day)

/** The days of a shortcut, as of today. */
export function periodOf(shortcut: PeriodShortcut, today: LocalDate): Period {
  const month = firstOfMonth(today)
  switch (shortcut) {
    case 'this_month':
      return { from: month, to: monthEnd(today) }
    case 'last_month':
      return { from: addMonths(month, -1), to: addDays(month, -1) }
    case 'this_quarter': {
      const from = addMonths(month, -((partsOf(today).month - 1) % 3))
      return { from, to: monthEnd(addMonths(from, 2)) }
    }
  }
}

/** How a period is said: a month, a quarter or a year by its name, anything else from day to day. */
export type PeriodForm =
  | { form: 'month'; year: number; month: number }
  | { form: 'quarter'; year: number; quarter: number }
  | { form: 'year'; year: number }
  | { form: 'span' }

/** A whole month, quarter or year, or none of them. */
export function formOfPeriod({ from, to }: Period): PeriodForm {
  const { year, month, day } = partsOf(from)
  const whole = (months: number) => day === 1 && to === monthEnd(addMonths(from, months - 1))
  if (whole(1)) return { form: 'month', year, month }
  if (whole(3) && month % 3 === 1) return { form: 'quarter', year, quarter: (month + 2) / 3 }
  return whole(12) && month === 1 ? { form: 'year', year } : { form: 'span' }
}

/** A period in words: `say` names its form, `day` writes a day of a sentence. */
export function sayPeriod(
  period: Period,
  say: (form: PeriodForm['form'], values: Record<string, string>) => string,
  day: (on: LocalDate) => string,
): string {
  const said = formOfPeriod(period)
  if (said.form === 'span') return say('span', { from: day(period.from), to: day(period.to) })
  const { form, ...parts } = said
  return say(form, Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, String(value)])))
}

/** What stands against the two days, at which of them; null where nothing does. Both are given. */
export function faultOfPeriod(
  from: LocalDate | null,
  to: LocalDate | null,
  today: LocalDate,
): { field: 'from' | 'to'; code: string; params?: FailureParams } | null {
  if (from === null || to === null)
    return { field: from === null ? 'from' : 'to', code: 'bulletin.period_half' }
  if (to < from) return { field: 'to', code: 'bulletin.period_backwards' }
  if (from > today) return { field: 'from', code: 'bulletin.period_ahead' }
  if (daysBetween(from, to) >= PERIOD_DAYS)
    return { field: 'to', code: 'bulletin.period_long', params: { most: PERIOD_DAYS } }
  return null
}
