import { localDateIn } from '@/domain/calendar/local-date'
import type { Cell } from '@/domain/exports/csv-line'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import type { PaperWords } from '@/server/documents/paper-words'
import { readableAssignments } from '@/server/exports/readable-sql'
import type { ColumnSpec } from '@/server/exports/sheet-columns'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { ledgerSource } from './ledger-source'

type Named = { name: string; nameEn: string }
type Row = {
  no: number
  title: string
  unit: Named
  seq: number
  kind: string
  status: string
  claimed_progress: number
  done: string
  next_step: string
  next_step_on: Date | null
  difficulty: string
  help_needed: string
  submitted_at: Date | null
  evidence: number
  decision: string | null
  return_kind: string | null
  reason: string | null
  verified_progress: number | null
  basis: string | null
  reviewed_at: Date | null
}

const COLUMNS: readonly ColumnSpec[] = [
  ['no', 8],
  ['task', 36],
  ['unit', 22],
  ['seq', 6, 'number'],
  ['reportKind', 12],
  ['status', 10],
  ['submitted', 12, 'date'],
  ['claimed', 9, 'number'],
  ['done', 50],
  ['nextStep', 30],
  ['nextStepOn', 12, 'date'],
  ['difficulty', 30],
  ['help', 20],
  ['evidence', 8, 'number'],
  ['review', 10],
  ['verified', 9, 'number'],
  ['basis', 10],
  ['reviewReason', 30],
  ['reviewed', 12, 'date'],
]

/** 进展反馈: the signed reports of the ledger's tasks that the person may read, with the review in force. Unsigned ones never leave their unit. */
export const reportSource = ledgerSource<Row>({
  kind: 'reports',
  columns: COLUMNS,
  from: fromSql,
  rows: rowsSql,
  cells: cellsOf,
})

function fromSql(ctx: Ctx, filter: LedgerFilter): Prisma.Sql {
  const { from, where } = ledgerWhere(ctx, filter)
  return Prisma.sql`FROM ${from} JOIN assignments a ON a.task_id = t.id
    JOIN reports p ON p.assignment_id = a.id AND p.status NOT IN ('draft', 'awaiting_signoff')
    LEFT JOIN reviews w ON w.id = p.review_id
    WHERE ${where} AND ${readableAssignments(ctx.actor)}`
}

/** A report stands under the name of the unit that held the part when it was filed. */
function rowsSql(ctx: Ctx, filter: LedgerFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT t.no, t.title, p.seq, p.kind, p.status, p.claimed_progress, p.done, p.next_step, p.next_step_on, p.difficulty, p.help_needed,
      p.submitted_at, w.decision, w.return_kind, w.reason, w.verified_progress, w.basis, w.reviewed_at,
      (SELECT count(*)::int FROM report_evidence e WHERE e.report_id = p.id) AS evidence,
      (SELECT json_build_object('name', u.name, 'nameEn', u.name_en) FROM units u WHERE u.id = coalesce(
        (SELECT h.unit_id FROM assignment_holders h WHERE h.assignment_id = a.id AND h.until_at > p.submitted_at ORDER BY h.until_at LIMIT 1),
        a.unit_id)) AS unit
    ${fromSql(ctx, filter)} ORDER BY t.no, p.submitted_at, p.id`
}

function cellsOf(ctx: Ctx, { all, nameOf }: PaperWords, row: Row): Cell[] {
  const day = (at: Date | null) => at && fromLocalDate(localDateIn(at, ctx.settings.zone))
  const reason = [row.return_kind && all(`tasks.reports.returnKind.${row.return_kind}`), row.reason].filter(
    Boolean,
  )
  return [
    `T${row.no}`,
    row.title,
    nameOf(row.unit),
    row.seq,
    all(`tasks.reports.kind.${row.kind}`),
    all(`tasks.reports.status.${row.status}`),
    day(row.submitted_at),
    row.claimed_progress,
    row.done,
    row.next_step,
    row.next_step_on,
    row.difficulty,
    row.help_needed,
    row.evidence,
    row.decision && all(`exports.decisions.${row.decision}`),
    row.verified_progress,
    row.basis && all(`tasks.basis.${row.basis}`),
    reason.join(' '),
    day(row.reviewed_at),
  ]
}
