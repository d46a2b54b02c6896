import { localDateIn, type LocalDate } from '@/domain/calendar/local-date'
import { can } from '@/domain/permissions/policy'
import type { LedgerChange } from '@/domain/tasks/ledger-change'
import {
  isRunningTask,
  UNDISPATCHED_TASK_STATUSES,
  type TaskKind,
  type TaskStatus,
} from '@/domain/tasks/lifecycle'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'
import type { Move } from '@/domain/tasks/whose-move'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { lightViewOf } from '@/server/tasks/light-view'
import { taskScopeOf } from '@/server/tasks/scope'
import { dueMeaning, shownLight, shownMove } from '@/server/tasks/task-words'

type Named = { id: string; code: string; name: string; nameEn: string }

/** A row as the database gives it. */
export type RawRow = {
  id: string
  no: number
  title: string
  status: TaskStatus
  kind: TaskKind
  cycle: ReportingCycle | null
  /** Of a unit its own date, the earliest that it reads; else the task's. */
  due_on: Date | null
  task_due_on: Date | null
  original_due_on: Date | null
  completed_on: Date | null
  dispatched_on: Date | null
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
  /** Number of the group that it was read for. */
  group_at?: number
}

/** Completes the rows that `rows` names (tasks with their sort value) by what the ledger shows of them, in order. */
export async function readRows(
  ctx: Ctx,
  { rows, order, extra }: { rows: Prisma.Sql; order: Prisma.Sql; extra?: Prisma.Sql },
): Promise<RawRow[]> {
  const scope = taskScopeOf(ctx.actor)
  const units = Prisma.sql`${scope.unitIds}::uuid[]`
  const readsLead = scope.all
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM assignments l JOIN assignment_readers r ON r.assignment_id = l.id
        WHERE l.task_id = t.id AND l.part = 'lead' AND l.status <> 'replaced' AND r.unit_id = ANY(${units}))`
  return ctx.tx.$queryRaw<RawRow[]>`
    WITH page AS MATERIALIZED (${rows})
    SELECT t.id, t.no, t.version, t.title, t.status, t.kind, t.cycle, ${ownDueSql(ctx)} AS due_on, t.due_on AS task_due_on, t.original_due_on, t.completed_on, t.dispatched_on, t.extension_count, t.light_facts,
      t.claimed_progress, t.verified_progress, t.last_report_at, t.move, t.sort_value,
      d.no AS directive_no, d.title AS directive_title, d.doc_number,
      ${unitJson('t.lead_unit_id')} AS lead, ${unitJson(`(t.move ->> 'unitId')::uuid`)} AS move_unit,
      (SELECT count(*)::int FROM assignments a WHERE a.task_id = t.id AND a.part <> 'lead' AND a.status <> 'replaced') AS supporting,
      ${readsLead} AS reads_lead, ${mineSql(ctx)} AS mine ${extra ?? Prisma.empty}
    FROM page t JOIN directives d ON d.id = t.directive_id ORDER BY ${order}`
}

/** The due date of `t` for this person: of a unit its own, the earliest that it reads. */
export function ownDueSql(ctx: Ctx): Prisma.Sql {
  const { all, unitIds } = taskScopeOf(ctx.actor)
  if (all) return Prisma.sql`t.due_on`
  return Prisma.sql`coalesce((SELECT min(r.due_on) FROM assignment_readers r
    WHERE r.task_id = t.id AND r.unit_id = ANY(${unitIds}::uuid[])), t.due_on)`
}

/** The part of `t` that this person's unit has not acknowledged yet, with its version. */
export function mineSql(ctx: Ctx): Prisma.Sql {
  if (!can(ctx.actor, 'assignment.acknowledge')) return Prisma.sql`NULL::json`
  return Prisma.sql`(SELECT json_build_object('id', a.id, 'version', a.version) FROM assignments a
    WHERE a.task_id = t.id AND a.unit_id = ANY(${taskScopeOf(ctx.actor).unitIds}::uuid[])
      AND a.status = 'awaiting_acknowledgement' AND t.status <> 'suspended' LIMIT 1)`
}

/** A unit by its short names; `column` is one of the two expressions above, never input. */
function unitJson(column: string): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('id', u.id, 'code', u.code, 'name', u.short_name, 'nameEn', u.short_name_en)
    FROM units u WHERE u.id = ${Prisma.raw(column)})`
}

/** What can be done to a row together with others: take it along, urge it, give it to another unit, take on its own part, close it. */
export type RowBatch = {
  /** As a row of a list that is taken out. */
  take: boolean
  /** It went out: there is a notice of it to print. */
  notice: boolean
  urge: boolean
  /** It went out, and the office may name it in a bulletin. */
  bulletin: boolean
  /** Its lead part can be given to another unit. */
  reassign: boolean
  acknowledge: { id: string; version: number } | null
  close: { act: 'strikeOff' | 'archive'; id: string; version: number } | null
}

/** The batch acts that this person may do on a row; each act asks its own rules again. */
export function batchOf(ctx: Ctx, row: Pick<RawRow, 'id' | 'version' | 'status' | 'mine'>): RowBatch {
  const act = row.status === 'completed' ? 'strikeOff' : row.status === 'struck_off' ? 'archive' : null
  const office = taskScopeOf(ctx.actor).all
  const take = can(ctx.actor, 'record.export')
  const sent = !UNDISPATCHED_TASK_STATUSES.includes(row.status) && row.status !== 'declined'
  const mayClose = act !== null && can(ctx.actor, act === 'strikeOff' ? 'task.strike_off' : 'task.archive')
  return {
    take,
    notice: take && sent,
    bulletin: sent && can(ctx.actor, 'bulletin.draft'),
    urge: office && can(ctx.actor, 'urge.send') && isRunningTask(row.status),
    reassign: office && can(ctx.actor, 'task.reassign') && isRunningTask(row.status),
    acknowledge: row.mine,
    close: act && mayClose ? { act, id: row.id, version: row.version } : null,
  }
}

/** A row of the ledger as plain data for the screen. */
export function toLedgerRow(ctx: Ctx, row: RawRow) {
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
    kind: row.kind,
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
    batch: batchOf(ctx, row),
    /** Since the day that is compared with; null while nothing is. */
    change: null as LedgerChange | null,
  }
}

export type LedgerRow = ReturnType<typeof toLedgerRow>
