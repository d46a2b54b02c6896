import { z } from 'zod'
import { STATEMENT_STATUSES } from './lifecycle'

/** Views of the index: all, or those of one status. */
export const STATEMENT_VIEWS = ['all', ...STATEMENT_STATUSES] as const
/** One of `STATEMENT_VIEWS`. */
export type StatementView = (typeof STATEMENT_VIEWS)[number]

const no = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null)
const schema = z.object({
  view: z.enum(STATEMENT_VIEWS).catch('all'),
  directive: z
    .string()
    .regex(/^d\d{1,9}$/i)
    .transform((value) => Number(value.slice(1)))
    .nullable()
    .catch(null),
  unit: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .nullable()
    .catch(null),
  after: no,
  before: no,
})

/** Which statements an address asks for: of a status, a directive by number, a unit by code; and those after or before a number in the list. */
export type StatementAddress = z.output<typeof schema>

/** The address read; what cannot be read counts as not said. */
export function parseStatementAddress(query: Record<string, unknown>): StatementAddress {
  const { view, directive = null, unit = null, after = null, before = null } = query
  return schema.parse({ view, directive, unit, after, before })
}

/** The address of the index. */
export function statementsHref(address: Partial<StatementAddress>): string {
  const { view, directive, unit, after, before } = address
  const query = new URLSearchParams()
  if (view && view !== 'all') query.set('view', view)
  if (directive) query.set('directive', `D${directive}`)
  if (unit) query.set('unit', unit)
  if (after) query.set('after', String(after))
  else if (before) query.set('before', String(before))
  return query.size > 0 ? `/statements?${query}` : '/statements'
}
