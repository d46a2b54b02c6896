import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { CASES_FOR_PERCENT, percentOf } from '@/domain/tasks/metrics'
import type { LedgerEvent } from '@/domain/tasks/ledger-during'
import { parseLedgerFilter, parseLedgerQuery, queryOf, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { Period } from './period'

/** The counts that a bulletin may carry, in the order in which the drawer offers them. Those with a denominator come last. */
export const FIGURE_NAMES = [
  'total',
  'completed',
  'on_course',
  'at_risk',
  'off_course',
  'not_started',
  'completed_late',
  'overdue',
  'due_soon',
  'under_review',
  'dispatched_in',
  'completed_in',
  'lapsed_in',
  'reported_in',
  'returned_in',
  'completed_on_time',
  'acknowledged_on_time',
  'returned',
] as const
/** One of `FIGURE_NAMES`. */
export type FigureName = (typeof FIGURE_NAMES)[number]

/** The columns of the annexed table: they add up to the first. */
export const STANDING_NAMES = [
  'total',
  'completed',
  'on_course',
  'at_risk',
  'off_course',
  'not_started',
] as const satisfies readonly FigureName[]

/** Figures whose cases are no tasks: parts of tasks that were acknowledged, reports that were reviewed. Their rows are listed by the bulletin itself. */
export const CASE_FIGURES = ['acknowledged_on_time', 'returned'] as const satisfies readonly FigureName[]
/** One of `CASE_FIGURES`. */
export type CaseFigure = (typeof CASE_FIGURES)[number]

/** True for a figure that is counted over cases and not over tasks. */
export function isCaseFigure(name: FigureName): name is CaseFigure {
  return CASE_FIGURES.some((one) => one === name)
}

/** Figures of what happened in the period of a bulletin, each by the event that the ledger asks for; of no bulletin without a period. */
export const PERIOD_FIGURES = {
  dispatched_in: 'dispatched',
  completed_in: 'completed',
  lapsed_in: 'lapsed',
  reported_in: 'reported',
  returned_in: 'returned',
} as const satisfies Partial<Record<FigureName, LedgerEvent>>
/** One of `PERIOD_FIGURES`. */
export type PeriodFigure = keyof typeof PERIOD_FIGURES

/** True for a figure of what happened in the period. */
export function isPeriodFigure(name: FigureName): name is PeriodFigure {
  return name in PERIOD_FIGURES
}

/** The figures that a bulletin may carry: those of what happened only where it has a period. */
export function figuresFor(period: Period | null): FigureName[] {
  return FIGURE_NAMES.filter((name) => period !== null || !isPeriodFigure(name))
}

/** When figures are counted, and of which period. */
export type FigureDays = { today: LocalDate; period: Period | null }

/** Days ahead that “due soon” looks, today included. */
export const SOON_DAYS = 14

const COUNTED = ['off', 'risk', 'ok', 'idle', 'done', 'late'] as const

/** What each figure chooses beside the bulletin's own scope: an address of the ledger. */
function choiceOf(name: FigureName, { today, period }: FigureDays): Partial<LedgerFilter> {
  // Without a period there is none of them (`figuresFor`).
  if (isPeriodFigure(name)) return { during: period && { event: PERIOD_FIGURES[name], ...period } }
  switch (name) {
    case 'total':
    case 'acknowledged_on_time':
    case 'returned':
      return { light: [...COUNTED] }
    case 'completed':
    case 'completed_on_time':
      return { light: ['done', 'late'] }
    case 'on_course':
      return { light: ['ok'] }
    case 'at_risk':
      return { light: ['risk'] }
    case 'off_course':
      return { light: ['off'] }
    case 'not_started':
      return { light: ['idle'] }
    case 'completed_late':
      return { light: ['late'] }
    case 'overdue':
      return { due: 'overdue' }
    case 'due_soon':
      return { view: 'open', due: { from: today, to: addDays(today, SOON_DAYS - 1) } }
    case 'under_review':
      return { view: 'review' }
  }
}

/** The scope of a bulletin as an address of the ledger: directives, lead units, units, kinds; what a figure chooses itself is left out. */
export function scopeQueryOf(query: string): string {
  const { directive, lead, unit, type } = parseLedgerQuery(query)
  return queryOf({ ...parseLedgerFilter({ view: 'all' }), directive, lead, unit, type })
}

/** The address of the ledger behind a figure of a scope; of one lead unit where its code is given. */
export function figureQueryOf(name: FigureName, scope: string, days: FigureDays, lead?: string): string {
  const base = parseLedgerQuery(scopeQueryOf(scope))
  return queryOf({
    ...base,
    view: 'all',
    ...(lead ? { lead: [lead] } : {}),
    ...choiceOf(name, days),
  })
}

/** The tasks that a figure's numerator counts; the same as its address but for those with a denominator. */
export function numeratorQueryOf(name: FigureName, query: string): string {
  return name === 'completed_on_time' ? queryOf({ ...parseLedgerQuery(query), light: ['done'] }) : query
}

/** True for a figure that is n of m. */
export function hasDenominator(name: FigureName): boolean {
  return name === 'completed_on_time' || isCaseFigure(name)
}

/** A value as it stands in a sentence: 8, or 18/20（90%）; below five cases no share. */
export function figureText(
  { value, of }: { value: number; of: number | null },
  language: 'zh-CN' | 'en',
): string {
  if (of === null) return String(value)
  const ratio = { numerator: value, denominator: of }
  const percent = of < CASES_FOR_PERCENT ? null : percentOf(ratio)
  if (percent === null) return `${value}/${of}`
  return language === 'en' ? `${value}/${of} (${percent}%)` : `${value}/${of}（${percent}%）`
}
