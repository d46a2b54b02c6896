import { z } from 'zod'
import { countPlan, planImport, type PlannedLine, type StandingRow } from '@/domain/registers/import-plan'
import type { RowValues } from '@/domain/registers/read-row'
import { sha256 } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { readGridApart } from '@/server/directives/read-apart'
import type { Grid } from '@/server/directives/readers/read-grid'
import { readSheet } from '@/server/registers/read-sheet'
import { failRefused } from '@/server/errors'
import { loadRegister, openPart } from '@/server/registers/load-register'
import { rowSources } from '@/server/registers/unit-names'

/** Largest workbook that is read, in bytes. */
export const MAX_IMPORT_BYTES = 10 * 1_048_576

/** For which part of the task a sheet's lines are: new rows are that part's. */
export const importTargetSchema = z.object({
  registerId: z.uuid(),
  assignmentId: z.uuid({ error: 'register.part_missing' }),
  name: z.string().max(255).default(''),
})
export type ImportTarget = z.output<typeof importTargetSchema>

/** The cells of an uploaded workbook, read apart from the server; nothing is stored. Refused: file.{empty, too_large} and as `readGrid`. */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<Grid & { sha256: string }> {
  if (bytes.byteLength === 0) failRefused('file.empty')
  if (bytes.byteLength > MAX_IMPORT_BYTES)
    failRefused('file.too_large', { megabytes: MAX_IMPORT_BYTES / 1_048_576 })
  const grid = await readGridApart({ bytes, name })
  return { ...grid, sha256: sha256(bytes) }
}

/**
 * What the lines of a sheet would do to the register, and a mark of just that: a confirmation carries it, so that what is done is what was
 * shown. Refused: register.{head_missing, no_lines, too_many_lines}, and as `openPart`.
 */
export async function planSheet(ctx: Ctx, target: ImportTarget, grid: Grid) {
  const loaded = await loadRegister(ctx, { id: target.registerId })
  const { assignment, as } = openPart(ctx, loaded, target.assignmentId)
  const { columns, register, readable, fillable } = loaded
  const sheet = readSheet(columns, grid)
  const numbers = sheet.lines.flatMap(({ no }) => (/^\d{1,9}$/.test(no) ? [Number(no)] : []))
  const stored = await ctx.tx.registerRow.findMany({
    where: {
      registerId: register.id,
      OR: [
        { assignmentId: assignment.id },
        { no: { in: numbers }, assignmentId: { in: readable.map((one) => one.id) } },
      ],
    },
    orderBy: { no: 'asc' },
    select: { id: true, no: true, version: true, values: true, state: true, assignmentId: true },
  })
  const mine = new Set(fillable.map((one) => one.id))
  const rows = stored.map(
    ({ state, assignmentId, values, ...row }): StandingRow => ({
      ...row,
      values: values as RowValues,
      open: state !== 'withdrawn' && mine.has(assignmentId),
    }),
  )
  const plan = planImport(columns, sheet.lines, rows, await rowSources(ctx))
  const partOfRow = new Map(stored.map((row) => [row.id, row.assignmentId]))
  return { loaded, assignment, as, plan, partOfRow, unknown: sheet.unknown, mark: markOf(plan) }
}

export type SheetPlan = Awaited<ReturnType<typeof planSheet>>

function markOf(plan: readonly PlannedLine[]): string {
  const told = plan.map((one) => [one.line, one.act, 'row' in one ? `${one.row.id}:${one.row.version}` : ''])
  return sha256(JSON.stringify(told))
}

/** The preview of an upload: every line, what it would do, what is wrong with it. Nothing is stored. */
export async function previewImport(ctx: Ctx, input: ImportTarget & { grid: Grid }) {
  const { plan, unknown, mark } = await planSheet(ctx, input, input.grid)
  return {
    mark,
    unknown,
    sheet: input.grid.name,
    counts: countPlan(plan),
    lines: plan.map((one) => ({
      line: one.line,
      act: one.act,
      row: 'row' in one ? one.row.no : null,
      changed: one.act === 'change' ? one.changed : [],
      problems: one.act === 'bad' ? one.problems : [],
      raw: one.raw,
    })),
  }
}

export type ImportPreview = Awaited<ReturnType<typeof previewImport>>
