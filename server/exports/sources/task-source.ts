import { joined } from '@/domain/documents/words'
import { localDateIn } from '@/domain/calendar/local-date'
import { lightWords } from '@/domain/documents/light-marks'
import type { Cell } from '@/domain/exports/csv-line'
import { parseLedgerQuery, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { LedgerSort } from '@/domain/tasks/ledger-cursor'
import type { TaskStatus } from '@/domain/tasks/lifecycle'
import type { Move } from '@/domain/tasks/whose-move'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import type { PaperWords } from '@/server/documents/paper-words'
import { cursorBatches } from '@/server/exports/cursor-batches'
import { ledgerFilterWords } from '@/server/exports/filter-words'
import { sheetColumns, type ColumnSpec } from '@/server/exports/sheet-columns'
import type { SourceKind } from '@/server/exports/source'
import { countTasks } from '@/server/tasks/count-tasks'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { lightViewOf } from '@/server/tasks/light-view'
import { taskScopeOf } from '@/server/tasks/scope'
import { shownLight, shownMove } from '@/server/tasks/task-words'

type Named = { id: string; name: string; nameEn: string }
type Row = {
  no: number
  title: string
  status: TaskStatus
  kind: string
  cycle: string | null
  due_on: Date | null
  original_due_on: Date | null
  completed_on: Date | null
  dispatched_on: Date | null
  extension_count: number
  light_facts: unknown
  claimed_progress: number
  verified_progress: number
  last_report_at: Date | null
  move: Move | null
  directive_title: string
  doc_number: string | null
  lead: Named | null
  move_unit: Named | null
  supporting: Named[] | null
  reads_lead: boolean
}

const ORDER: Readonly<Record<LedgerSort, Prisma.Sql>> = {
  due: Prisma.sql`t.due_on`,
  no: Prisma.sql`t.no`,
  light: Prisma.sql`(CASE t.light WHEN 'off' THEN 0 WHEN 'risk' THEN 1 WHEN 'idle' THEN 2 WHEN 'ok' THEN 3 WHEN 'done' THEN 4 ELSE 5 END)`,
  last: Prisma.sql`t.last_report_at`,
  move: Prisma.sql`t.move_since_on`,
}

const COLUMNS: readonly ColumnSpec[] = [
  ['no', 8],
  ['task', 40],
  ['directive', 32],
  ['docNumber', 18],
  ['kind', 10],
  ['lead', 20],
  ['supporting', 28],
  ['due', 12, 'date'],
  ['firstDue', 12, 'date'],
  ['extensions', 8, 'number'],
  ['light', 10],
  ['why', 22],
  ['claimed', 9, 'number'],
  ['verified', 9, 'number'],
  ['lastReport', 12, 'date'],
  ['status', 10],
  ['move', 24],
  ['dispatched', 12, 'date'],
  ['completed', 12, 'date'],
]

/** 任务台账: the tasks of the ledger's address, in its order. */
export const taskSource: SourceKind = {
  permission: 'record.export',
  open: async (ctx, words, query) => {
    const filter = parseLedgerQuery(query)
    return {
      title: words.all('exports.kinds.tasks'),
      filter: await ledgerFilterWords(ctx, words, filter),
      columns: sheetColumns(words, COLUMNS),
      count: () => countTasks(ctx, filter),
      batches: async function* () {
        for await (const rows of cursorBatches<Row>(ctx.tx, rowsSql(ctx, filter)))
          yield rows.map((row) => cellsOf(ctx, words, row))
      },
    }
  },
}

/** The order of the ledger, by which its lists are taken out as well. */
export function ledgerOrder(filter: LedgerFilter): Prisma.Sql {
  const way = filter.direction === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return Prisma.sql`${ORDER[filter.sort]} ${way} NULLS LAST, t.id ${way}`
}

function rowsSql(ctx: Ctx, filter: LedgerFilter): Prisma.Sql {
  const { from, where } = ledgerWhere(ctx, filter)
  const scope = taskScopeOf(ctx.actor)
  const units = Prisma.sql`${scope.unitIds}::uuid[]`
  const readsLead = scope.all
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM assignments l JOIN assignment_readers r ON r.assignment_id = l.id
        WHERE l.task_id = t.id AND l.part = 'lead' AND l.status <> 'replaced' AND r.unit_id = ANY(${units}))`
  const ownDue = scope.all
    ? Prisma.sql`t.due_on`
    : Prisma.sql`coalesce((SELECT min(r.due_on) FROM assignment_readers r WHERE r.task_id = t.id AND r.unit_id = ANY(${units})), t.due_on)`
  const named = Prisma.sql`json_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en)`
  return Prisma.sql`
    SELECT t.no, t.title, t.status, t.kind, t.cycle, ${ownDue} AS due_on, t.original_due_on, t.completed_on, t.dispatched_on, t.extension_count,
      t.light_facts, t.claimed_progress, t.verified_progress, t.last_report_at, t.move, d.title AS directive_title, d.doc_number,
      (SELECT ${named} FROM units u WHERE u.id = t.lead_unit_id) AS lead,
      (SELECT ${named} FROM units u WHERE u.id = (t.move ->> 'unitId')::uuid) AS move_unit,
      (SELECT json_agg(${named} ORDER BY u.sort) FROM assignments a JOIN units u ON u.id = a.unit_id
        WHERE a.task_id = t.id AND a.part = 'supporting' AND a.status <> 'replaced') AS supporting,
      ${readsLead} AS reads_lead
    FROM ${from} JOIN directives d ON d.id = t.directive_id WHERE ${where} ORDER BY ${ledgerOrder(filter)}`
}

function cellsOf(ctx: Ctx, words: PaperWords, row: Row): Cell[] {
  const { all, nameOf } = words
  const light = shownLight(row.status, lightViewOf(ctx, { lightFacts: row.light_facts }))
  const move = shownMove(ctx, row.move, row.move_unit)
  const last = row.last_report_at && row.reads_lead ? row.last_report_at : null
  return [
    `T${row.no}`,
    row.title,
    row.directive_title,
    row.doc_number,
    row.cycle ? all(`tasks.cycle.${row.cycle}`) : all(`tasks.kind.${row.kind}`),
    row.lead && nameOf(row.lead),
    joined(words, (row.supporting ?? []).map(nameOf)),
    row.due_on,
    row.original_due_on,
    row.extension_count,
    light && lightWords(light.name, all(`common.lights.${light.name}`), '', words.language),
    light && all(`tasks.reasons.${light.reason}`, light.params),
    row.claimed_progress,
    row.verified_progress,
    last && fromLocalDate(localDateIn(last, ctx.settings.zone)),
    all(`tasks.status.${row.status}`),
    move &&
      all('exports.move', {
        who: move.unit ? nameOf(move.unit) : all(`exports.parties.${move.party}`),
        act: all(`tasks.move.acts.${move.act}`),
        days: move.days,
      }),
    row.dispatched_on,
    row.completed_on,
  ]
}
