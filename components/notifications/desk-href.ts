/** What the address of the desk says: which list in full, compared with when, of which kind of change, from which row on. */
export type DeskAddress = {
  all?: 'do' | 'since'
  since?: string
  event?: string
  after?: string
  before?: string
}

/** The address of the desk in this state. */
export function deskHref(address: DeskAddress): string {
  const query = new URLSearchParams()
  for (const name of ['all', 'since', 'event', 'after', 'before'] as const) {
    const value = address[name]
    if (value) query.set(name, value)
  }
  return query.size > 0 ? `/desk?${query}` : '/desk'
}
