import { z } from 'zod'
import type { Cell } from '@/domain/exports/csv-line'
import { isTracked } from '@/domain/registers/columns'
import type { RowValues } from '@/domain/registers/read-row'
import { parseRowFilter, type RowFilter } from '@/domain/registers/row-filter'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import type { SheetColumn, SourceKind } from '@/server/exports/source'
import { visibleRows } from '@/server/registers/list-rows'
import { loadRegister, type LoadedRegister } from '@/server/registers/load-register'
import { readUnitNames } from '@/server/registers/unit-names'
import { cellsOf, headsOf } from '@/server/registers/workbook'

const BATCH = 1_000

/** 专项台账: the rows of a register that the person reads, of the filter of its page (`register` names it). */
export const registerSource: SourceKind = {
  permission: 'record.export',
  open: async (ctx, words, query) => {
    const params = Object.fromEntries(new URLSearchParams(query))
    const id = z.uuid().safeParse(params.register)
    if (!id.success) return failNotFound()
    const loaded = await loadRegister(ctx, { id: id.data })
    const { columns, register, task } = loaded
    const filter = parseRowFilter(params)
    const { nameOf } = await readUnitNames(ctx, words.locale)
    const units = new Map(task.assignments.map((one) => [one.id, words.nameOf(one.unit)]))
    const tracked = isTracked(columns)
    const { all, locale } = words
    const state = all(`registers.states.${filter.state}`)
    const unit = filter.part ? (units.get(filter.part) ?? null) : null
    return {
      title: `T${task.no} ${register.title}`,
      filter: unit === null ? state : all('registers.sheet.filterUnit', { state, unit }),
      columns: [
        { words: all('registers.columns.no'), width: 8, type: 'number' },
        { words: all('registers.columns.unit'), width: 22 },
        ...headsOf(columns, locale).map(({ words: head, width }, at): SheetColumn => {
          const type = columns[at]?.type
          return { words: head, width, type: type === 'date' || type === 'number' ? type : undefined }
        }),
        ...(tracked ? [{ words: all('registers.columns.state'), width: 10 }] : []),
      ],
      count: () => ctx.tx.registerRow.count({ where: visibleRows(ctx, loaded, filter) }),
      batches: async function* () {
        for await (const rows of rowBatches(ctx, loaded, filter))
          yield rows.map((row): Cell[] => [
            row.no,
            units.get(row.assignmentId) ?? '',
            ...cellsOf(columns, row.values as RowValues, locale, nameOf),
            ...(tracked ? [all(`registers.states.${row.state}`)] : []),
          ])
      },
      record: { taskId: task.id, directiveId: task.directiveId },
    }
  },
}

/** By the number of the row, which never changes: nothing is taken twice, whatever is written meanwhile. */
async function* rowBatches(ctx: Ctx, loaded: LoadedRegister, filter: RowFilter) {
  const where = visibleRows(ctx, loaded, filter)
  for (let after = 0; ; ) {
    const rows = await ctx.tx.registerRow.findMany({
      where: { AND: [where, { no: { gt: after } }] },
      orderBy: { no: 'asc' },
      take: BATCH,
      select: { no: true, assignmentId: true, values: true, state: true },
    })
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.no
  }
}
