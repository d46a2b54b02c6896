import { isGivenDate, type LocalDate } from '@/domain/calendar/local-date'
import { AUDIT_EVENTS, nounOf } from './events'

/** The nouns under which the log can be filtered. */
export const AUDIT_NOUNS = [...new Set(AUDIT_EVENTS.map(nounOf))]

/** Which entries, from where: what the address of the log says. */
export type LogFilter = {
  noun: string | null
  /** A person's name or account, in part. */
  person: string
  /** A record: T12, D3, or an id. */
  record: string
  from: LocalDate | null
  to: LocalDate | null
  /** Entries older than this id. */
  before: string | null
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads an address; what it does not know it leaves out, so that no address fails. */
export function parseLogFilter(query: Query): LogFilter {
  const one = (name: string) => {
    const value = query[name]
    // A NUL is no text that the database could be asked for.
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).replaceAll('\0', '').trim().slice(0, 64)
  }
  const date = (name: string) => {
    const value = one(name)
    return isGivenDate(value) ? value : null
  }
  const before = one('before')
  return {
    noun: AUDIT_NOUNS.find((noun) => noun === one('noun')) ?? null,
    person: one('person'),
    record: one('record'),
    from: date('from'),
    to: date('to'),
    before: UUID.test(before) ? before : null,
  }
}

/** The address of a filter; `change` replaces parts of it. */
export function logHref(filter: LogFilter, change: Partial<LogFilter> = {}): string {
  const next = { ...filter, ...change }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(next)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/audit?${text}` : '/audit'
}
