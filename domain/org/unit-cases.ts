import { isLocalDate, type LocalDate } from '@/domain/calendar/local-date'
import { FIGURE_MONTHS, lastMonths } from './unit-figures'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const AFTER = /^(\d{4}-\d\d-\d\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Which of a unit's cases an address asks for; what it does not know it leaves out. A month that is not shown means all twelve. */
export function parseCases(query: Query, today: LocalDate) {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : ''
  }
  const months = lastMonths(today, FIGURE_MONTHS)
  const month = months.find((one) => one.key === text('month'))
  const [, on, id] = AFTER.exec(text('after')) ?? []
  return {
    counted: text('of') !== 'all',
    month: month?.key ?? null,
    fromOn: month?.fromOn ?? months[0]?.fromOn ?? today,
    toOn: month?.toOn ?? months.at(-1)?.toOn ?? today,
    after: isLocalDate(on) && id ? { on, id } : null,
  }
}
