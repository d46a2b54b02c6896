/** Which rows of a register are shown: by where they stand. `overdue`: open past the day they were due; `standing`: all that are not withdrawn. */
export const ROW_STATES = ['standing', 'open', 'overdue', 'put_right', 'withdrawn'] as const
/** One of `ROW_STATES`. */
export type RowState = (typeof ROW_STATES)[number]

/** What the address of a register's page says: state, part of the task, page. */
export type RowFilter = { state: RowState; part: string | null; after: number | null; before: number | null }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''
const number = (words: string) => (/^\d{1,9}$/.test(words) ? Number(words) : null)

/** Reads an address; what it does not know it leaves out, so that no address fails. */
export function parseRowFilter(query: Readonly<Record<string, string | string[] | undefined>>): RowFilter {
  const part = first(query.part)
  return {
    state: ROW_STATES.find((one) => one === first(query.state)) ?? 'standing',
    part: UUID.test(part) ? part : null,
    after: number(first(query.after)),
    before: number(first(query.before)),
  }
}

/** The address of a page of rows, behind the register's own. */
export function rowQuery(filter: Partial<RowFilter>): string {
  const words = new URLSearchParams()
  if (filter.state && filter.state !== 'standing') words.set('state', filter.state)
  if (filter.part) words.set('part', filter.part)
  if (filter.after) words.set('after', String(filter.after))
  if (filter.before) words.set('before', String(filter.before))
  return words.size === 0 ? '' : `?${words}`
}
