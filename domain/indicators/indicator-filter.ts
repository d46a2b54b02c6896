import { z } from 'zod'

/** All, those behind their path, those without a value yet. */
export const INDICATOR_VIEWS = ['all', 'behind', 'no_value'] as const
/** One of `INDICATOR_VIEWS`. */
export type IndicatorView = (typeof INDICATOR_VIEWS)[number]

const none = null
const schema = z.object({
  show: z.enum(INDICATOR_VIEWS).catch('all'),
  directive: z
    .string()
    .regex(/^d\d{1,9}$/i)
    .transform((value) => Number(value.slice(1)))
    .nullable()
    .catch(none),
  unit: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .nullable()
    .catch(none),
  after: z.uuid().nullable().catch(none),
})

/** Which indicators an address asks for: of a directive by number, of the tasks of a unit by code, after which one. */
export type IndicatorFilter = z.output<typeof schema>

/** The filter of an address; what cannot be read counts as not said. */
export function parseIndicatorFilter(query: Record<string, unknown>): IndicatorFilter {
  const { show, directive, unit, after } = query
  return schema.parse({
    show: show ?? 'all',
    directive: directive ?? null,
    unit: unit ?? null,
    after: after ?? null,
  })
}

/** The address of a filter. */
export function indicatorsHref({ show, directive, unit, after }: Partial<IndicatorFilter>): string {
  const query = new URLSearchParams()
  if (show && show !== 'all') query.set('show', show)
  if (directive) query.set('directive', `D${directive}`)
  if (unit) query.set('unit', unit)
  if (after) query.set('after', after)
  return query.size > 0 ? `/indicators?${query}` : '/indicators'
}
