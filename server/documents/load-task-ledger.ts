import { LIGHT_MARKS } from '@/domain/documents/light-marks'
import type { TaskLedgerFacts, TaskLedgerRow } from '@/domain/documents/task-ledger'
import { SHOWN_LIGHTS } from '@/domain/tasks/ledger-group'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { ledgerFilterWords } from '@/server/exports/filter-words'
import { countTasks } from '@/server/tasks/count-tasks'
import { pageSql } from '@/server/tasks/ledger-page-sql'
import { readRows, toLedgerRow, type LedgerRow } from '@/server/tasks/ledger-rows'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { listWholeGroups, type WholeGroup } from '@/server/tasks/list-groups'
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
  const [total, marks, said, groups] = await Promise.all([
    countTasks(ctx, filter),
    readMarks(ctx, filter),
    ledgerFilterWords(ctx, words, filter),
    listWholeGroups(ctx, filter, ROWS_AT_MOST),
  ])
  const rows = groups ? groupedRows(words, groups) : await plainRows(ctx, words, filter)
  if (rows.length === 0) return failNotFound()
  const mark = MARKS.find((one) => marks.includes(one)) ?? 'public'
  return {
    marking: words.all(`directives.marks.${mark}`),
    filter: said,
    rows,
    shown: rows.filter((row) => typeof row !== 'string').length,
    total,
    sum: groups ? words.say('ledger.sum', { count: total, lights: lightsIn(words, groups) }) : '',
    printed: words.printed(ctx.actor),
  }
}

async function plainRows(ctx: Ctx, words: PaperWords, filter: LedgerFilter): Promise<TaskLedgerRow[]> {
  const found = await readRows(ctx, pageSql(ctx, { ...filter, cursor: null }, ROWS_AT_MOST))
  return found.map((row) => rowOf(words, toLedgerRow(ctx, row)))
}

/** Before the rows of each group its name with how many it holds, by light: the figures of the whole group, also where its rows are cut short. */
function groupedRows(words: PaperWords, groups: readonly WholeGroup[]): (TaskLedgerRow | string)[] {
  let left = ROWS_AT_MOST
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left).map((row) => rowOf(words, row))
    left -= rows.length
    const name = groupName(words, group)
    return [
      words.say('ledger.group', { name, count: group.total, lights: lightsIn(words, [group]) }),
      ...rows,
    ]
  })
}

function groupName({ all, nameOf }: PaperWords, { by, key, unit, directive }: WholeGroup): string {
  if (by === 'lead') return unit ? nameOf(unit) : all('ledger.noLead')
  if (by === 'directive') return directive?.docNumber ?? directive?.title ?? key
  if (by === 'status') return all(`tasks.status.${key}`)
  return key === 'none' ? all('ledger.noLight') : all(`common.lights.${key}`)
}

/** ◆ 滞后 2，▲ 预警 1: the lights of these groups taken together; what has not gone out shows none. */
function lightsIn({ all, language }: PaperWords, groups: readonly WholeGroup[]): string {
  return SHOWN_LIGHTS.flatMap((light) => {
    const count = groups.reduce((sum, { lights }) => sum + (lights[light] ?? 0), 0)
    return count === 0 || light === 'none'
      ? []
      : [`${LIGHT_MARKS[light] ?? ''} ${all(`common.lights.${light}`)} ${count}`]
  }).join(language === 'en' ? ', ' : '，')
}

async function readMarks(ctx: Ctx, filter: LedgerFilter): Promise<string[]> {
  const { from, where } = ledgerWhere(ctx, filter)
  const rows = await ctx.tx.$queryRaw<{ marking: string }[]>(Prisma.sql`
    SELECT DISTINCT d.marking::text FROM ${from} JOIN directives d ON d.id = t.directive_id WHERE ${where}`)
  return rows.map((row) => row.marking)
}

function rowOf(words: PaperWords, row: LedgerRow): TaskLedgerRow {
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
