import { localDateIn } from '@/domain/calendar/local-date'
import { lightWords } from '@/domain/documents/light-marks'
import type { Cell } from '@/domain/exports/csv-line'
import type { LightFacts } from '@/domain/tasks/light'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, fromLocalDateOrNull } from '@/server/dates'
import type { PaperWords } from '@/server/documents/paper-words'
import { readableAssignments } from '@/server/exports/readable-sql'
import type { ColumnSpec } from '@/server/exports/sheet-columns'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { lightViewOf } from '@/server/tasks/light-view'
import { shownLight } from '@/server/tasks/task-words'
import { ledgerSource } from './ledger-source'
import { ledgerOrder } from './task-source'

type Row = {
  no: number
  title: string
  unit: { name: string; nameEn: string }
  part: string
  status: string
  due_on: Date | null
  original_due_on: Date | null
  acknowledge_due_on: Date
  acknowledged_at: Date | null
  claimed_progress: number
  verified_progress: number
  verified_basis: string | null
  light_facts: unknown
  last_report_at: Date | null
  ever_overdue: boolean
  waits: boolean
}

const COLUMNS: readonly ColumnSpec[] = [
  ['no', 8],
  ['task', 40],
  ['unit', 24],
  ['part', 10],
  ['status', 12],
  ['owed', 12],
  ['owedOn', 12, 'date'],
  ['due', 12, 'date'],
  ['firstDue', 12, 'date'],
  ['acknowledgeBy', 12, 'date'],
  ['acknowledged', 12, 'date'],
  ['claimed', 9, 'number'],
  ['verified', 9, 'number'],
  ['basis', 10],
  ['light', 10],
  ['why', 22],
  ['lastReport', 12, 'date'],
  ['everOverdue', 10],
]

/** 谁欠什么: the assignments of the ledger's tasks that the person reads whole, with what each owes next. */
export const assignmentSource = ledgerSource<Row>({
  kind: 'assignments',
  columns: COLUMNS,
  from: fromSql,
  rows: rowsSql,
  cells: cellsOf,
})

function fromSql(ctx: Ctx, filter: LedgerFilter): Prisma.Sql {
  const { from, where } = ledgerWhere(ctx, filter)
  return Prisma.sql`FROM ${from} JOIN assignments a ON a.task_id = t.id AND a.status <> 'replaced'
    WHERE ${where} AND ${readableAssignments(ctx.actor)}`
}

function rowsSql(ctx: Ctx, filter: LedgerFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT t.no, t.title, (SELECT json_build_object('name', u.name, 'nameEn', u.name_en) FROM units u WHERE u.id = a.unit_id) AS unit,
      a.part, a.status, a.due_on, a.original_due_on, a.acknowledge_due_on, a.acknowledged_at, a.claimed_progress, a.verified_progress,
      a.verified_basis, a.light_facts, a.last_report_at, a.ever_overdue,
      EXISTS (SELECT FROM reports p WHERE p.assignment_id = a.id AND p.status = 'submitted') AS waits
    ${fromSql(ctx, filter)} ORDER BY ${ledgerOrder(filter)}, a.part, a.id`
}

/** What is owed next, and by when; nothing where nothing is. */
function owedOf(row: Row): { act: 'acknowledge' | 'rule' | 'review' | 'report'; on: Date | null } | null {
  if (row.status === 'awaiting_acknowledgement') return { act: 'acknowledge', on: row.acknowledge_due_on }
  if (row.status === 'refused') return { act: 'rule', on: null }
  if (row.waits) return { act: 'review', on: null }
  if (row.status !== 'acknowledged' && row.status !== 'in_progress') return null
  const ahead = (row.light_facts as LightFacts | null)?.reportDuesAhead?.[0] ?? null
  return { act: 'report', on: fromLocalDateOrNull(ahead) ?? row.due_on }
}

function cellsOf(ctx: Ctx, { all, nameOf, language }: PaperWords, row: Row): Cell[] {
  const light = shownLight(row.status, lightViewOf(ctx, { lightFacts: row.light_facts }))
  const owed = owedOf(row)
  const day = (at: Date | null) => at && fromLocalDate(localDateIn(at, ctx.settings.zone))
  return [
    `T${row.no}`,
    row.title,
    nameOf(row.unit),
    all(`tasks.part.${row.part}`),
    all(`tasks.partStatus.${row.status}`),
    owed && all(`tasks.move.acts.${owed.act}`),
    owed && owed.on,
    row.due_on,
    row.original_due_on,
    row.acknowledge_due_on,
    day(row.acknowledged_at),
    row.claimed_progress,
    row.verified_progress,
    row.verified_basis && all(`tasks.basis.${row.verified_basis}`),
    light && lightWords(light.name, all(`common.lights.${light.name}`), '', language),
    light && all(`tasks.reasons.${light.reason}`, light.params),
    day(row.last_report_at),
    row.ever_overdue ? all('exports.yes') : null,
  ]
}
