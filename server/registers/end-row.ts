import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { readRow } from '@/domain/registers/read-row'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { openRow, putRightColumn } from '@/server/registers/load-register'
import { rowEntry, writeRow } from '@/server/registers/write-rows'
import { assertVersion, assertWritten } from '@/server/versions'

/** Which row was put right, and on what day (as typed; empty: today). */
export const putRowRightSchema = z.object({
  rowId: z.uuid(),
  version: z.coerce.number().int(),
  on: z.string().trim().max(40).default(''),
})
/** Which row is withdrawn, and why. */
export const withdrawRowSchema = z.object({
  rowId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'register.reason_missing').max(500, 'register.name_too_long'),
})

/** 已整改: fills the day on which the row was put right. Refused for a register without such a column, or a row put right already. */
export async function putRowRight(ctx: Ctx, input: z.output<typeof putRowRightSchema>) {
  const { row, loaded, assignment, as } = await openRow(ctx, input.rowId)
  await assertVersion(ctx, { entityId: row.id, actual: row.version, expected: input.version })
  const { columns, register, task } = loaded
  const column = putRightColumn(columns)
  if (row.state === 'put_right') failRefused('register.put_right_already', { no: row.no })
  const raw = { [column.key]: input.on === '' ? ctx.today : input.on }
  const sources = { unitOf: () => null, today: ctx.today }
  const { values: read, fields } = readRow([column], raw, sources)
  if (fields.length > 0) throw invalid(fields.map((one) => ({ ...one, path: 'on' })))
  const values = { ...row.values, ...read }
  await writeRow(ctx, row, columns, values)
  const change = { rowId: row.id, no: row.no, as, before: row.values, after: values }
  await recordAudit(ctx, rowEntry(loaded, assignment, { ...change, event: 'register.row_put_right' }))
  return { taskNo: task.no, no: register.no, row: row.no }
}

/** A row entered by mistake: it stays with its reason, and counts no more. */
export async function withdrawRow(ctx: Ctx, input: z.output<typeof withdrawRowSchema>) {
  const { row, loaded, assignment, as } = await openRow(ctx, input.rowId)
  await assertVersion(ctx, { entityId: row.id, actual: row.version, expected: input.version })
  const written = await ctx.tx.registerRow.updateMany({
    where: { id: row.id, version: row.version },
    data: {
      state: 'withdrawn',
      withdrawReason: input.reason,
      changedById: ctx.actor.personId ?? '',
      changedAt: ctx.now,
      version: { increment: 1 },
    },
  })
  await assertWritten(ctx, row.id, written)
  const change = { rowId: row.id, no: row.no, as, before: null, after: null, reason: input.reason }
  await recordAudit(ctx, rowEntry(loaded, assignment, { ...change, event: 'register.row_withdrawn' }))
  return { taskNo: loaded.task.no, no: loaded.register.no, row: row.no }
}
