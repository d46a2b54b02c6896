import type { AuditEvent } from '@/domain/audit/events'
import type { Grant } from '@/domain/permissions/actor'
import type { Column } from '@/domain/registers/columns'
import { rowStanding, type RowValues } from '@/domain/registers/read-row'
import type { AuditRecord } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull } from '@/server/dates'
import type { LoadedRegister } from '@/server/registers/load-register'
import type { LoadedAssignment } from '@/server/tasks/load-task'
import { assertWritten } from '@/server/versions'

/** What is kept of a row besides its values, worked out from them. */
export function keptOf(columns: readonly Column[], values: RowValues) {
  const { state, dueOn, putRightOn } = rowStanding(columns, values)
  return { state, dueOn: fromLocalDateOrNull(dueOn), putRightOn: fromLocalDateOrNull(putRightOn) }
}

/** Takes so many numbers of the register, in one step, however many write at once; returns the first of them. */
export async function takeNumbers(ctx: Ctx, registerId: string, count: number): Promise<number> {
  const { lastRowNo } = await ctx.tx.register.update({
    where: { id: registerId },
    data: { lastRowNo: { increment: count } },
    select: { lastRowNo: true },
  })
  return lastRowNo - count + 1
}

/** Writes the values of a row by compare-and-set. Throws conflict where somebody wrote it first. */
export async function writeRow(
  ctx: Ctx,
  row: { id: string; version: number },
  columns: readonly Column[],
  values: RowValues,
): Promise<void> {
  const written = await ctx.tx.registerRow.updateMany({
    where: { id: row.id, version: row.version },
    data: {
      values,
      ...keptOf(columns, values),
      changedById: ctx.actor.personId ?? '',
      changedAt: ctx.now,
      version: { increment: 1 },
    },
  })
  await assertWritten(ctx, row.id, written)
}

type Change = {
  rowId: string
  no: number
  event: AuditEvent
  as: Grant | null
  before: RowValues | null
  after: RowValues | null
  reason?: string
}

/** The audit entry of a row: what it held and holds, of a change only what differs. */
export function rowEntry(
  { register, task }: LoadedRegister,
  assignment: LoadedAssignment,
  change: Change,
): AuditRecord {
  const { rowId, no, event, as, before, after, reason } = change
  const keys = Object.keys({ ...before, ...after })
  const differs = (key: string) => !before || !after || (before[key] ?? null) !== (after[key] ?? null)
  const pick = (values: RowValues | null) =>
    values && Object.fromEntries(keys.filter(differs).map((key) => [key, values[key] ?? null]))
  return {
    event,
    as,
    entity: 'register_row',
    entityId: rowId,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before: pick(before),
    after: { register: register.no, row: no, ...pick(after), ...(reason ? { reason } : {}) },
  }
}

/** The event of a change: putting right has a name of its own. */
export function changeEvent(columns: readonly Column[], before: RowValues, after: RowValues): AuditEvent {
  const was = rowStanding(columns, before).state
  const is = rowStanding(columns, after).state
  return was === 'open' && is === 'put_right' ? 'register.row_put_right' : 'register.row_changed'
}
