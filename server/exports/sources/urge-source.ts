import { localDateIn } from '@/domain/calendar/local-date'
import type { Cell } from '@/domain/exports/csv-line'
import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import type { PaperWords } from '@/server/documents/paper-words'
import { cursorBatches } from '@/server/exports/cursor-batches'
import { sheetColumns, type ColumnSpec } from '@/server/exports/sheet-columns'
import type { SourceKind } from '@/server/exports/source'
import { visibleTasksSql } from '@/server/tasks/scope'
import { SLIP_VIEWS, type SlipView } from '@/server/urges/list-urges'

type Named = { name: string; nameEn: string }
type Row = {
  no: number
  level: number
  unit: Named
  sender: Named
  by: Named | null
  sent_at: Date
  answer_by_on: Date
  task_no: number
  task_title: string
  reads_task: boolean
  rule: string
  fact_on: Date
  status: string
  settled: boolean
  answer: string
  answered_at: Date | null
  answered_late: boolean
}

const COLUMNS: readonly ColumnSpec[] = [
  ['slip', 8, 'number'],
  ['level', 8],
  ['unit', 22],
  ['sender', 22],
  ['sentBy', 12],
  ['sentOn', 12, 'date'],
  ['answerBy', 12, 'date'],
  ['no', 8],
  ['task', 36],
  ['fact', 30],
  ['status', 12],
  ['answer', 40],
  ['answered', 12, 'date'],
  ['late', 10],
]

/** 催办: the urges on the slips that the person may read; a task that is not read keeps its line without its name. */
export const urgeSource: SourceKind = {
  permission: 'record.export',
  open: async (ctx, words, query) => {
    const asked = new URLSearchParams(query).get('view')
    const view = SLIP_VIEWS.find((one) => one === asked) ?? 'all'
    return {
      title: words.all('exports.kinds.urges'),
      filter: words.all(`urges.list.${view}`),
      columns: sheetColumns(words, COLUMNS),
      count: async () => {
        const [row] = await ctx.tx.$queryRaw<
          { count: number }[]
        >`SELECT count(*)::int AS count ${fromSql(ctx, view)}`
        return row?.count ?? 0
      },
      batches: async function* () {
        for await (const rows of cursorBatches<Row>(ctx.tx, rowsSql(ctx, view)))
          yield rows.map((row) => cellsOf(ctx, words, row))
      },
    }
  },
}

/** `visibleSlips` of server/urges/scope.ts as SQL; a test holds the two together. */
function visibleSlipsSql(actor: Actor): Prisma.Sql {
  if (hasRole(actor, 'leader', 'office_head', 'officer', 'discipline')) return Prisma.sql`TRUE`
  const units = Prisma.sql`${reachOf(actor, 'unit_head', 'liaison')}::uuid[]`
  return Prisma.sql`(s.unit_id = ANY(${units}) OR s.sender_unit_id = ANY(${units}))`
}

function fromSql(ctx: Ctx, view: SlipView): Prisma.Sql {
  const status =
    view === 'open'
      ? Prisma.sql`s.status = 'sent'`
      : view === 'lapsed'
        ? Prisma.sql`s.status = 'lapsed'`
        : Prisma.sql`TRUE`
  return Prisma.sql`FROM urge_slips s JOIN urges g ON g.slip_id = s.id JOIN assignments a ON a.id = g.assignment_id JOIN tasks t ON t.id = a.task_id
    WHERE ${visibleSlipsSql(ctx.actor)} AND ${status}`
}

function rowsSql(ctx: Ctx, view: SlipView): Prisma.Sql {
  const unit = (id: string) =>
    Prisma.sql`(SELECT json_build_object('name', u.name, 'nameEn', u.name_en) FROM units u WHERE u.id = ${Prisma.raw(id)})`
  return Prisma.sql`
    SELECT s.no, s.level, ${unit('s.unit_id')} AS unit, ${unit('s.sender_unit_id')} AS sender, s.sent_at, s.answer_by_on,
      (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM people p WHERE p.id = s.sent_by_id) AS by,
      t.no AS task_no, t.title AS task_title, ${visibleTasksSql(ctx.actor)} AS reads_task, g.rule, g.fact_on, g.status,
      g.settled_at IS NOT NULL AS settled, CASE WHEN s.answered_at IS NULL THEN '' ELSE s.answer END AS answer, s.answered_at, s.answered_late
    ${fromSql(ctx, view)} ORDER BY s.no DESC, t.no`
}

function cellsOf(ctx: Ctx, { all, nameOf, day: words }: PaperWords, row: Row): Cell[] {
  const day = (at: Date | null) => at && fromLocalDate(localDateIn(at, ctx.settings.zone))
  return [
    row.no,
    all(`urges.levels.${row.level}`),
    nameOf(row.unit),
    nameOf(row.sender),
    row.by ? nameOf(row.by) : all('urges.bySystem'),
    day(row.sent_at),
    row.answer_by_on,
    row.reads_task ? `T${row.task_no}` : null,
    row.reads_task ? row.task_title : null,
    all(`urges.ruleFact.${row.rule}`, { on: words(toLocalDate(row.fact_on)) }),
    row.settled ? all('urges.byDeed') : all(`urges.status.${row.status}`),
    row.answer,
    day(row.answered_at),
    row.answered_late ? all('exports.yes') : null,
  ]
}
