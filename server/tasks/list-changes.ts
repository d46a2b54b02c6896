import type { LocalDate } from '@/domain/calendar/local-date'
import { changeSince, type LedgerChange, type LedgerStanding } from '@/domain/tasks/ledger-change'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { toLedgerRow, type LedgerRow, type RawRow } from '@/server/tasks/ledger-rows'
import { lightsOn } from '@/server/tasks/light-history'

/** The rows for the screen, each with what changed since the evening of a day where one is compared with. One query, however many rows. */
export async function shownRows(
  ctx: Ctx,
  rows: readonly RawRow[],
  since: LocalDate | null,
): Promise<LedgerRow[]> {
  const shown = rows.map((row) => toLedgerRow(ctx, row))
  if (since === null || rows.length === 0) return shown
  const stood = await lightsOn(
    ctx,
    since,
    rows.map((row) => row.id),
  )
  return shown.map((row, at) => {
    const raw = rows[at]
    return raw ? { ...row, change: changeOf(row, raw, stood.get(row.id), since) } : row
  })
}

function changeOf(
  row: LedgerRow,
  raw: RawRow,
  stood: LedgerStanding | undefined,
  since: LocalDate,
): LedgerChange {
  const now = {
    status: row.status,
    light: row.light?.name ?? null,
    // The task's own date on both sides: a unit's may be earlier.
    dueOn: toLocalDateOrNull(raw.task_due_on),
    claimed: row.claimed,
    verified: row.verified,
    dispatchedOn: toLocalDateOrNull(raw.dispatched_on),
  }
  return changeSince(stood && before(stood), now, since)
}

/** Marks stand in place of a light, then as now. */
function before(stood: LedgerStanding): LedgerStanding {
  const mark = stood.status === 'suspended' || stood.status === 'terminated' ? stood.status : null
  return { ...stood, light: mark ?? stood.light }
}
