import { localDateIn, type LocalDate } from '@/domain/calendar/local-date'
import { can } from '@/domain/permissions/policy'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { TaskStatus } from '@/domain/tasks/lifecycle'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'
import type { Move } from '@/domain/tasks/whose-move'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { countTasks } from '@/server/tasks/count-tasks'
import { cutPage } from '@/server/tasks/ledger-cut'
import { pageSql } from '@/server/tasks/ledger-page-sql'
import { lightViewOf } from '@/server/tasks/light-view'
import { taskScopeOf } from '@/server/tasks/scope'
import { dueMeaning, shownLight, shownMove } from '@/server/tasks/task-words'

/** Rows on a page of the ledger. */
export const LEDGER_PAGE = 50

type Named = { id: string; code: string; name: string; nameEn: string }

type Row = {
  id: string
  no: number
  title: string
  status: TaskStatus
  kind: 'time_boxed' | 'phased' | 'ongoing'
  cycle: ReportingCycle | null
  /** Of a unit its own date, the earliest that it reads; else the task's. */
  due_on: Date | null
  task_due_on: Date | null
  original_due_on: Date | null
  completed_on: Date | null
  extension_count: number
  light_facts: unknown
  claimed_progress: number
  verified_progress: number
  last_report_at: Date | null
  move: Move | null
  directive_no: number
  directive_title: string
  doc_number: string | null
  lead: Named | null
  move_unit: Named | null
  supporting: number
  reads_lead: boolean
  mine: { id: string; version: number } | null
  version: number
  sort_value: string | null
}

/** One page of the ledger with its total: rows as plain data, cursors for the pages around it. Fifty rows. */
export async function listTasks(ctx: Ctx, filter: LedgerFilter) {
  const [total, found] = await Promise.all([countTasks(ctx, filter), readPage(ctx, filter)])
  const { rows, ...pages } = cutPage(filter, found, LEDGER_PAGE)
  return { total, ...pages, rows: rows.map((row) => toLedgerRow(ctx, row, closingAct(ctx, filter))) }
}

export type LedgerPage = Awaited<ReturnType<typeof listTasks>>
export type LedgerRow = LedgerPage['rows'][number]

async function readPage(ctx: Ctx, filter: LedgerFilter): Promise<Row[]> {
  const { rows, order } = pageSql(ctx, filter, LEDGER_PAGE + 1)
  const scope = taskScopeOf(ctx.actor)
  const units = Prisma.sql`${scope.unitIds}::uuid[]`
  const readsLead = scope.all
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM assignments l JOIN assignment_readers r ON r.assignment_id = l.id
        WHERE l.task_id = t.id AND l.part = 'lead' AND l.status <> 'replaced' AND r.unit_id = ANY(${units}))`
  const ownDue = scope.all
    ? Prisma.sql`t.due_on`
    : Prisma.sql`coalesce((SELECT min(r.due_on) FROM assignment_readers r WHERE r.task_id = t.id AND r.unit_id = ANY(${units})), t.due_on)`
  const mine = can(ctx.actor, 'assignment.acknowledge')
    ? Prisma.sql`(SELECT json_build_object('id', a.id, 'version', a.version) FROM assignments a
        WHERE a.task_id = t.id AND a.unit_id = ANY(${units}) AND a.status = 'awaiting_acknowledgement' AND t.status <> 'suspended' LIMIT 1)`
    : Prisma.sql`NULL::json`
  return ctx.tx.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (${rows})
    SELECT t.id, t.no, t.version, t.title, t.status, t.kind, t.cycle, ${ownDue} AS due_on, t.due_on AS task_due_on, t.original_due_on, t.completed_on, t.extension_count, t.light_facts,
      t.claimed_progress, t.verified_progress, t.last_report_at, t.move, t.sort_value,
      d.no AS directive_no, d.title AS directive_title, d.doc_number,
      ${unitJson('t.lead_unit_id')} AS lead, ${unitJson(`(t.move ->> 'unitId')::uuid`)} AS move_unit,
      (SELECT count(*)::int FROM assignments a WHERE a.task_id = t.id AND a.part <> 'lead' AND a.status <> 'replaced') AS supporting,
      ${readsLead} AS reads_lead, ${mine} AS mine
    FROM page t JOIN directives d ON d.id = t.directive_id ORDER BY ${order}`
}

/** A unit by its short names; `column` is one of the two expressions above, never input. */
function unitJson(column: string): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('id', u.id, 'code', u.code, 'name', u.short_name, 'nameEn', u.short_name_en)
    FROM units u WHERE u.id = ${Prisma.raw(column)})`
}

const CLOSING = [
  { from: 'completed', act: 'strikeOff' },
  { from: 'struck_off', act: 'archive' },
] as const

/** Where a ledger shows one closed status alone, its rows are ticked to be struck off, or to be archived, by who may. */
function closingAct(ctx: Ctx, { status }: LedgerFilter) {
  if (!can(ctx.actor, 'task.strike_off') || status.length !== 1) return null
  return CLOSING.find((one) => one.from === status[0]) ?? null
}

function toLedgerRow(ctx: Ctx, row: Row, closing: ReturnType<typeof closingAct>) {
  const dueOn = toLocalDateOrNull(row.due_on)
  const originalDueOn = toLocalDateOrNull(row.original_due_on)
  const moved = originalDueOn !== dueOn && toLocalDateOrNull(row.task_due_on) === dueOn
  const light = lightViewOf(ctx, { lightFacts: row.light_facts })
  const at = row.last_report_at
  const lastReportOn: LocalDate | null = at && row.reads_lead ? localDateIn(at, ctx.settings.zone) : null
  return {
    id: row.id,
    no: row.no,
    title: row.title,
    status: row.status,
    directive: { no: row.directive_no, title: row.directive_title, docNumber: row.doc_number },
    lead: row.lead,
    supporting: row.supporting,
    dueOn,
    originalDueOn: moved ? originalDueOn : null,
    extensionCount: row.extension_count,
    due: dueMeaning(ctx, { ...row, dueOn, completedOn: toLocalDateOrNull(row.completed_on) }),
    light: shownLight(row.status, light),
    claimed: row.claimed_progress,
    verified: row.verified_progress,
    lastReportOn,
    move: shownMove(ctx, row.move, row.move_unit),
    acknowledge: row.mine,
    closing: closing?.from === row.status ? { id: row.id, version: row.version, act: closing.act } : null,
  }
}
