import { addMonths, localDateOf, monthEnd, partsOf, type LocalDate } from '@/domain/calendar/local-date'
import { UNIT_METRICS } from '@/domain/tasks/metrics'

/** One of `UNIT_METRICS`. */
export type UnitMetric = (typeof UNIT_METRICS)[number]

/** 负担: what a unit was asked for, how much of it was asked for twice, which of its reports served several tasks. */
export const BURDENS = ['requests', 'overlapping', 'shared_reports'] as const
/** One of `BURDENS`. */
export type Burden = (typeof BURDENS)[number]

/** All that is shown of a unit. */
export const UNIT_FIGURES = [...UNIT_METRICS, ...BURDENS] as const
/** One of `UNIT_FIGURES`. */
export type UnitFigure = (typeof UNIT_FIGURES)[number]

/** Figures that are a number per case or month and no share of cases. */
const MEANS: readonly UnitFigure[] = ['extensions_per_task', 'working_days_to_complete', 'requests']

/** True where the figure is so many per case (extensions, working days) or per month (requests), not a share. */
export function isMean(figure: UnitFigure): boolean {
  return MEANS.includes(figure)
}

/** What the rules themselves ask for, in percent: in time always, overdue never, accepted only what was verified. The others have no such line. */
export const TARGET_PERCENT: Readonly<Partial<Record<UnitFigure, number>>> = {
  acknowledged_on_time: 100,
  reported_on_time: 100,
  completed_on_time: 100,
  overdue: 0,
  verified: 100,
}

/** A calendar month by its name 'YYYY-MM', with its days. */
export type NamedMonth = { key: string; fromOn: LocalDate; toOn: LocalDate }

/** So many months up to the day's own, oldest first: what figures of units are counted by. */
export function lastMonths(today: LocalDate, count: number): NamedMonth[] {
  const { year, month } = partsOf(today)
  const first = localDateOf(year, month, 1) ?? today
  return Array.from({ length: count }, (_, at) => {
    const fromOn = addMonths(first, at + 1 - count)
    return { key: fromOn.slice(0, 7), fromOn, toOn: monthEnd(fromOn) }
  })
}

/** Months that are shown of a unit: the running one and the eleven before it. */
export const FIGURE_MONTHS = 12
