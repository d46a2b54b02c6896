import {
  addDays,
  isLocalDate,
  monthEnd,
  partsOf,
  weekday,
  type LocalDate,
} from '@/domain/calendar/local-date'

/** Due dates that are asked for by a word: passed and still open, this week, next week, this month, none set. */
export const LEDGER_DUES = ['overdue', 'week', 'next_week', 'month', 'none'] as const
/** One of `LEDGER_DUES`, or days from and to, both included; an empty end is open. */
export type LedgerDue = (typeof LEDGER_DUES)[number] | { from: LocalDate | null; to: LocalDate | null }

/** Reads `week` or `2020-04-01..2020-06-30`; null for anything else. */
export function parseDue(address: string): LedgerDue | null {
  const word = LEDGER_DUES.find((one) => one === address)
  if (word) return word
  const [from = '', to = '', ...more] = address.split('..')
  if (more.length > 0 || !address.includes('..') || from + to === '') return null
  if ((from !== '' && !isLocalDate(from)) || (to !== '' && !isLocalDate(to))) return null
  return { from: from === '' ? null : from, to: to === '' ? null : to }
}

/** As it stands in an address. */
export function formatDue(due: LedgerDue): string {
  return typeof due === 'string' ? due : `${due.from ?? ''}..${due.to ?? ''}`
}

/** The days that it stands for, both included, from Monday to Sunday where it is a week; null where it asks for tasks without a date. */
export function daysOfDue(
  due: LedgerDue,
  today: LocalDate,
): { from: LocalDate | null; to: LocalDate | null } | null {
  if (typeof due !== 'string') return due
  const monday = addDays(today, 1 - weekday(today))
  switch (due) {
    case 'none':
      return null
    case 'overdue':
      return { from: null, to: addDays(today, -1) }
    case 'week':
      return { from: monday, to: addDays(monday, 6) }
    case 'next_week':
      return { from: addDays(monday, 7), to: addDays(monday, 13) }
    case 'month':
      return { from: addDays(today, 1 - partsOf(today).day), to: monthEnd(today) }
  }
}
