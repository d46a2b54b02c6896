import type { Cell } from '@/domain/exports/csv-line'
import type { ExportKind } from '@/domain/exports/export'
import { parseLedgerQuery, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import type { PaperWords } from '@/server/documents/paper-words'
import { cursorBatches } from '@/server/exports/cursor-batches'
import { ledgerFilterWords } from '@/server/exports/filter-words'
import { sheetColumns, type ColumnSpec } from '@/server/exports/sheet-columns'
import type { SourceKind } from '@/server/exports/source'

type LedgerList<Row> = {
  kind: ExportKind
  columns: readonly ColumnSpec[]
  /** FROM and WHERE of the list; the count is taken over just these. */
  from: (ctx: Ctx, filter: LedgerFilter) => Prisma.Sql
  rows: (ctx: Ctx, filter: LedgerFilter) => Prisma.Sql
  cells: (ctx: Ctx, words: PaperWords, row: Row) => Cell[]
}

/** A list of what hangs on the tasks of the ledger's address: assignments, reports. */
export function ledgerSource<Row extends object>(list: LedgerList<Row>): SourceKind {
  return {
    permission: 'record.export',
    open: async (ctx, words, query) => {
      const filter = parseLedgerQuery(query)
      return {
        title: words.all(`exports.kinds.${list.kind}`),
        filter: await ledgerFilterWords(ctx, words, filter),
        columns: sheetColumns(words, list.columns),
        count: async () => {
          const from = list.from(ctx, filter)
          const [row] = await ctx.tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`
          return row?.count ?? 0
        },
        batches: async function* () {
          for await (const rows of cursorBatches<Row>(ctx.tx, list.rows(ctx, filter)))
            yield rows.map((row) => list.cells(ctx, words, row))
        },
      }
    },
  }
}
