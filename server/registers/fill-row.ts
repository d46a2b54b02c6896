import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { readRow } from '@/domain/registers/read-row'
import type { Column } from '@/domain/registers/columns'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { loadRegister, openPart, openRow } from '@/server/registers/load-register'
import { rowSources } from '@/server/registers/unit-names'
import { changeEvent, keptOf, rowEntry, takeNumbers, writeRow } from '@/server/registers/write-rows'
import { assertVersion } from '@/server/versions'

/** A new row: its cells stand as `cell.<key>`, as typed. */
export const addRowSchema = z
  .object({ registerId: z.uuid(), assignmentId: z.uuid({ error: 'register.part_missing' }) })
  .catchall(z.unknown())
/** A row as it was seen, with its cells. */
export const changeRowSchema = z
  .object({ rowId: z.uuid(), version: z.coerce.number().int() })
  .catchall(z.unknown())

type Written = { taskNo: number; no: number; row: number }

async function readCells(ctx: Ctx, columns: readonly Column[], input: Record<string, unknown>) {
  const raw = Object.fromEntries(columns.map(({ key }) => [key, String(input[`cell.${key}`] ?? '')]))
  const { values, fields } = readRow(columns, raw, await rowSources(ctx))
  if (fields.length > 0) throw invalid(fields.map((one) => ({ ...one, path: `cell.${one.path}` })))
  return values
}

/** Writes a row down for one part of the task. Invalid by cell; refused where the register, the task or the part takes no rows. */
export async function addRow(ctx: Ctx, input: z.output<typeof addRowSchema>): Promise<Written> {
  const loaded = await loadRegister(ctx, { id: input.registerId })
  const { assignment, as } = openPart(ctx, loaded, input.assignmentId)
  const { register, columns, task } = loaded
  const values = await readCells(ctx, columns, input)
  const no = await takeNumbers(ctx, register.id, 1)
  const by = ctx.actor.personId ?? ''
  const { id } = await ctx.tx.registerRow.create({
    data: {
      registerId: register.id,
      assignmentId: assignment.id,
      no,
      values,
      ...keptOf(columns, values),
      createdById: by,
      createdAt: ctx.now,
      changedById: by,
      changedAt: ctx.now,
    },
    select: { id: true },
  })
  const change = { rowId: id, no, event: 'register.row_added' as const, as, before: null, after: values }
  await recordAudit(ctx, rowEntry(loaded, assignment, change))
  return { taskNo: task.no, no: register.no, row: no }
}

/** Changes a row, kept with what it held before. Invalid by cell; refused as `addRow`, and where the row is withdrawn. */
export async function changeRow(ctx: Ctx, input: z.output<typeof changeRowSchema>): Promise<Written> {
  const { row, loaded, assignment, as } = await openRow(ctx, input.rowId)
  await assertVersion(ctx, { entityId: row.id, actual: row.version, expected: input.version })
  const { register, columns, task } = loaded
  const values = await readCells(ctx, columns, input)
  await writeRow(ctx, row, columns, values)
  const event = changeEvent(columns, row.values, values)
  await recordAudit(
    ctx,
    rowEntry(loaded, assignment, { rowId: row.id, no: row.no, event, as, before: row.values, after: values }),
  )
  return { taskNo: task.no, no: register.no, row: row.no }
}
