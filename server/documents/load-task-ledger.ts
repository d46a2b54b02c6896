import type { TaskLedgerFacts } from '@/domain/documents/task-ledger'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { ledgerFilterWords } from '@/server/exports/filter-words'
import { countTasks } from '@/server/tasks/count-tasks'
import { pageSql } from '@/server/tasks/ledger-page-sql'
import { readRows, toLedgerRow, type LedgerRow } from '@/server/tasks/ledger-rows'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import type { PaperWords } from './paper-words'

/** Rows on paper at most; more are taken as a workbook. */
const ROWS_AT_MOST = 500
const MARKS = ['work_secret', 'internal', 'public'] as const

/** The tasks of a ledger address for this reader, the first 500 in its order. Throws not_found where there are none. */
export async function loadTaskLedger(
  ctx: Ctx,
  words: PaperWords,
  filter: LedgerFilter,
): Promise<TaskLedgerFacts> {
  const [total, found, marks, said] = await Promise.all([
    countTasks(ctx, filter),
    readRows(ctx, pageSql(ctx, { ...filter, cursor: null }, ROWS_AT_MOST)),
    readMarks(ctx, filter),
    ledgerFilterWords(ctx, words, filter),
  ])
  if (found.length === 0) return failNotFound()
  const mark = MARKS.find((one) => marks.includes(one)) ?? 'public'
  return {
    marking: words.all(`directives.marks.${mark}`),
    filter: said,
    rows: found.map((row) => rowOf(words, toLedgerRow(ctx, row))),
    total,
    printed: words.printed(ctx.actor.name),
  }
}

async function readMarks(ctx: Ctx, filter: LedgerFilter): Promise<string[]> {
  const { from, where } = ledgerWhere(ctx, filter)
  const rows = await ctx.tx.$queryRaw<{ marking: string }[]>(Prisma.sql`
    SELECT DISTINCT d.marking::text FROM ${from} JOIN directives d ON d.id = t.directive_id WHERE ${where}`)
  return rows.map((row) => row.marking)
}

function rowOf(words: PaperWords, row: LedgerRow): TaskLedgerFacts['rows'][number] {
  const { all, nameOf } = words
  const { move, due } = row
  return {
    no: row.no,
    title: row.title,
    source: row.directive.docNumber ?? row.directive.title,
    lead: row.lead ? nameOf(row.lead) : '',
    dueOn: row.dueOn,
    cycle: due.code === 'cycle' ? all(`tasks.cycle.${due.cycle}`) : '',
    light: words.light(row.light),
    progress: `${row.claimed}% / ${row.verified}%`,
    status: all(`tasks.status.${row.status}`),
    move: move
      ? all('exports.move', {
          who: move.unit ? nameOf(move.unit) : all(`exports.parties.${move.party}`),
          act: all(`tasks.move.acts.${move.act}`),
          days: move.days,
        })
      : '',
  }
}
