import type { UnitFigure } from '@/domain/org/unit-figures'

/** The list behind a unit's number: what a figure is about (`all`) or what it counts; of one month or of all twelve. */
export function figureHref(
  code: string,
  figure: UnitFigure,
  which: 'counted' | 'all',
  month?: string,
): string {
  const query = new URLSearchParams({ of: which, ...(month ? { month } : {}) })
  return `/units/${code}/${figure}?${query.toString()}`
}
