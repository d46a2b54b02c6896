import type { LocalDate } from '@/domain/calendar/local-date'
import { fromLocalDate } from '@/server/dates'

/** The condition on a row with dates of effect (unit, guidance, grant) that it is in effect on the day. */
export function inEffectOn(day: LocalDate) {
  const on = fromLocalDate(day)
  return { validFromOn: { lte: on }, OR: [{ validToOn: null }, { validToOn: { gte: on } }] }
}

/** The condition that the row is in effect on the day or on a later one. */
export function notOverBy(day: LocalDate) {
  return { OR: [{ validToOn: null }, { validToOn: { gte: fromLocalDate(day) } }] }
}
