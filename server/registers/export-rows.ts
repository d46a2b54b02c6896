import type { RowFilter } from '@/domain/registers/row-filter'
import type { RowValues } from '@/domain/registers/read-row'
import { isTracked, nameIn } from '@/domain/registers/columns'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { localDateIn, timeOfDayIn } from '@/domain/calendar/local-date'
import type { Grid } from '@/server/directives/readers/read-grid'
import { visibleRows } from '@/server/registers/list-rows'
import { loadRegister, type LoadedRegister } from '@/server/registers/load-register'
import { planSheet, type ImportTarget } from '@/server/registers/read-import'
import type { SheetWords } from '@/server/registers/sheet-words'
import { readUnitNames } from '@/server/registers/unit-names'
import { cellsOf, drawWorkbook, headsOf } from '@/server/registers/workbook'

/** Most rows of one file; more are asked for in parts, by unit or state. */
const MOST_ROWS = 20_000
const BATCH = 2000

type Asked = { key: { id: string } | { taskNo: number; no: number }; words: SheetWords }

function stamp(ctx: Ctx): string {
  const minutes = Math.floor(timeOfDayIn(ctx.now, ctx.settings.zone) / 60_000)
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${localDateIn(ctx.now, ctx.settings.zone)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** The rows that this person reads, of the filter, as a workbook: typed, with a frozen head and a filter. Logged. Refused beyond 20,000 rows. */
export async function exportRows(ctx: Ctx, { key, words, filter }: Asked & { filter: RowFilter }) {
  const as = assertMay(ctx.actor, 'record.export')
  const loaded = await loadRegister(ctx, key)
  const { columns, register, task } = loaded
  const rows = await readAll(ctx, loaded, filter)
  const { nameOf } = await readUnitNames(ctx, words.language)
  const english = words.language.startsWith('en')
  const units = new Map(task.assignments.map((one) => [one.id, english ? one.unit.nameEn : one.unit.name]))
  const tracked = isTracked(columns)
  const bytes = await drawWorkbook({
    name: `T${task.no}-${register.no}`,
    title: register.title,
    note: words.note({
      filter: words.filter(filter.state, filter.part ? (units.get(filter.part) ?? null) : null),
      at: stamp(ctx),
      by: ctx.actor.name,
      rows: rows.length,
    }),
    heads: [
      { words: words.no, width: 8 },
      { words: words.unit, width: 22 },
      ...headsOf(columns, words.language),
      ...(tracked ? [{ words: words.state, width: 10 }] : []),
    ],
    lines: rows.map((row) => [
      row.no,
      units.get(row.assignmentId) ?? '',
      ...cellsOf(columns, row.values as RowValues, words.language, nameOf),
      ...(tracked ? [words.states[row.state]] : []),
    ]),
  })
  await recordAudit(ctx, {
    event: 'record.exported',
    as,
    entity: 'register',
    entityId: register.id,
    taskId: task.id,
    directiveId: task.directiveId,
    after: { register: register.no, title: register.title, state: filter.state, count: rows.length },
  })
  return { bytes, name: `T${task.no}-${register.title}.xlsx` }
}

async function readAll(ctx: Ctx, loaded: LoadedRegister, filter: RowFilter) {
  const where = visibleRows(ctx, loaded, filter)
  if ((await ctx.tx.registerRow.count({ where })) > MOST_ROWS)
    failRefused('register.too_many_rows', { most: MOST_ROWS })
  const batch = (after: number) =>
    ctx.tx.registerRow.findMany({
      where: { AND: [where, { no: { gt: after } }] },
      orderBy: { no: 'asc' },
      take: BATCH,
      select: { no: true, assignmentId: true, values: true, state: true },
    })
  const rows = await batch(0)
  for (let last = rows; last.length === BATCH; ) {
    last = await batch(last.at(-1)?.no ?? 0)
    rows.push(...last)
  }
  return rows
}

/** An empty workbook with the register's heads and choices, to be filled and imported. */
export async function exportTemplate(ctx: Ctx, { key, words }: Asked) {
  const { columns, register, task } = await loadRegister(ctx, key)
  const bytes = await drawWorkbook({
    name: `T${task.no}-${register.no}`,
    title: register.title,
    note: words.hint,
    heads: headsOf(columns, words.language),
    lines: [],
    room: 500,
  })
  return { bytes, name: `T${task.no}-${register.title}.xlsx` }
}

/** The bad lines of a sheet as they came, each with what is wrong, to be mended and imported by itself. */
export async function exportBadLines(ctx: Ctx, input: ImportTarget & { grid: Grid; words: SheetWords }) {
  const { loaded, plan } = await planSheet(ctx, input, input.grid)
  const { columns, register, task } = loaded
  const { words } = input
  const nameOf = (key: string) => {
    const column = columns.find((one) => one.key === key)
    return column ? nameIn(column, words.language) : words.no
  }
  const lines = plan.flatMap((one) => {
    if (one.act !== 'bad') return []
    const faults = one.problems.map(({ path, code, params }) => words.fault(nameOf(path), code, params))
    return [[faults.join('\n'), ...columns.map(({ key }) => one.raw[key] ?? '')]]
  })
  const bytes = await drawWorkbook({
    name: `T${task.no}-${register.no}`,
    title: register.title,
    note: words.hint,
    heads: [{ words: words.problem, width: 40 }, ...headsOf(columns, words.language)],
    lines,
  })
  return { bytes, name: `T${task.no}-${register.title}.xlsx` }
}
