import { isLocalDate, type LocalDate } from '@/domain/calendar/local-date'

/** What can have happened to a task on a day: it went out, was completed, fell overdue; a report came in; one was returned. */
export const LEDGER_EVENTS = ['dispatched', 'completed', 'lapsed', 'reported', 'returned'] as const
/** One of `LEDGER_EVENTS`. */
export type LedgerEvent = (typeof LEDGER_EVENTS)[number]

/** Something that happened from a day to a day, both included. */
export type LedgerDuring = { event: LedgerEvent; from: LocalDate; to: LocalDate }

/** Reads `completed:2020-04-01..2020-04-30`; null for anything else, also for days that run backwards. */
export function parseDuring(address: string): LedgerDuring | null {
  const [name, days = '', ...more] = address.split(':')
  const event = LEDGER_EVENTS.find((one) => one === name)
  const [from = '', to = '', ...others] = days.split('..')
  if (!event || more.length + others.length > 0 || !isLocalDate(from) || !isLocalDate(to)) return null
  return from <= to ? { event, from, to } : null
}

/** As it stands in an address. */
export function formatDuring({ event, from, to }: LedgerDuring): string {
  return `${event}:${from}..${to}`
}
