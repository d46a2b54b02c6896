/** Where a page begins: behind one key, or before another. */
export type Cursor = { after?: string; before?: string }
/** What a page asks of its table: rows beyond `bound` in the list's order, or against it where `backwards`. */
export type PageQuery = { bound: string | null; backwards: boolean; take: number }
/** A page with the keys for the pages on either side; null where there is none. */
export type Page<R> = { rows: R[]; prev: string | null; next: string | null }

/** Reads one page by keyset: one row more than is shown says whether there is another. */
export async function pageBy<R>(
  { after, before }: Cursor,
  size: number,
  read: (query: PageQuery) => Promise<R[]>,
  keyOf: (row: R) => string,
): Promise<Page<R>> {
  const backwards = !after && Boolean(before)
  const found = await read({ bound: after || before || null, backwards, take: size + 1 })
  const more = found.length > size
  const rows = backwards ? found.slice(0, size).reverse() : found.slice(0, size)
  const first = rows.at(0)
  const last = rows.at(-1)
  const hasPrev = backwards ? more : Boolean(after)
  const hasNext = backwards ? true : more
  return { rows, prev: first && hasPrev ? keyOf(first) : null, next: last && hasNext ? keyOf(last) : null }
}
