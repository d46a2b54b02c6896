import type { LedgerCursor } from '@/domain/tasks/ledger-cursor'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'

type Placed = { id: string; sort_value: string | null }

/**
 * Cuts the one row too many from what a page of the ledger read, puts a page read backwards the right way round, and says
 * which rows it holds and where the pages around it begin.
 */
export function cutPage<R extends Placed>(
  { cursor }: Pick<LedgerFilter, 'cursor'>,
  found: readonly R[],
  size: number,
) {
  const more = found.length > size
  const rows = found.slice(0, size)
  if (cursor?.back) rows.reverse()
  const before = !cursor ? 0 : cursor.back ? Math.max(0, cursor.before - rows.length) : cursor.before
  const hasBefore = cursor !== null && (cursor.back ? more : true)
  const hasAfter = cursor?.back ? true : more
  return {
    rows,
    from: rows.length > 0 ? before + 1 : 0,
    to: before + rows.length,
    previous: hasBefore ? cursorAt(rows[0], true, before) : null,
    next: hasAfter ? cursorAt(rows.at(-1), false, before + rows.length) : null,
  }
}

function cursorAt(row: Placed | undefined, back: boolean, before: number): LedgerCursor | null {
  return row ? { back, value: row.sort_value, id: row.id, before } : null
}
