import { isLocalDate } from '@/domain/calendar/local-date'

/** What the ledger can be ordered by: due date, number, light (worst first), last report, since when the move waits. */
export const LEDGER_SORTS = ['due', 'no', 'light', 'last', 'move'] as const
/** One of `LEDGER_SORTS`. */
export type LedgerSort = (typeof LEDGER_SORTS)[number]

/** The direction in which each order is first asked for: the newest report, else the soonest, lowest, worst. */
export const FIRST_DIRECTION: Readonly<Record<LedgerSort, 'asc' | 'desc'>> = {
  due: 'asc',
  no: 'asc',
  light: 'asc',
  last: 'desc',
  move: 'asc',
}

/** A row's place in the order: its sort value (null sorts last), its id, and how many rows stand before the page. */
export type LedgerCursor = { back: boolean; value: string | null; id: string; before: number }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/
const isInstant = (value: string) => isLocalDate(INSTANT.exec(value)?.[1])

/** What the database can read as the value of the order: a day that no calendar has would fail there. */
const IS_VALUE: Readonly<Record<LedgerSort, (value: string) => boolean>> = {
  due: isLocalDate,
  no: (value) => /^\d{1,9}$/.test(value),
  light: (value) => /^\d \d{4}-\d\d-\d\d$/.test(value),
  last: isInstant,
  move: isLocalDate,
}

/** `<a|b>.<rows before>.<id>.<sort value>`; no sort value where it is null. */
export function formatCursor({ back, value, id, before }: LedgerCursor): string {
  return [back ? 'b' : 'a', before, id, ...(value === null ? [] : [value])].join('.')
}

/** Reads a cursor of that order; null for what the database could not be asked with. */
export function parseCursor(address: string, sort: LedgerSort): LedgerCursor | null {
  const [way, before, id, ...rest] = address.split('.')
  if ((way !== 'a' && way !== 'b') || !/^\d{1,9}$/.test(before ?? '') || !UUID.test(id ?? '')) return null
  const value = rest.length > 0 ? rest.join('.') : null
  if (value !== null && !IS_VALUE[sort](value)) return null
  return { back: way === 'b', before: Number(before), id: id ?? '', value }
}
