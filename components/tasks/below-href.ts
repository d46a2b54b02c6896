import type { BelowFilter } from '@/domain/tasks/below-filter'

/** The address of the units below an assignment; `of` null: the reader's own, else the lead's. */
export function belowHref(no: number, of: string | null, filter: BelowFilter = 'all', after?: string | null) {
  const query = new URLSearchParams()
  if (of) query.set('of', of)
  if (filter !== 'all') query.set('show', filter)
  if (after) query.set('after', after)
  const text = query.toString()
  return `/tasks/T${no}/below${text ? `?${text}` : ''}`
}
