import { nameIn } from '@/domain/registers/columns'
import type { Ctx } from '@/server/context'
import type { Grid } from '@/server/directives/readers/read-grid'
import { loadRegister } from '@/server/registers/load-register'
import { planSheet, type ImportTarget } from '@/server/registers/read-import'
import type { SheetWords } from '@/server/registers/sheet-words'
import { drawWorkbook, headsOf } from '@/server/registers/workbook'

type Asked = { key: { id: string } | { taskNo: number; no: number }; words: SheetWords }

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
