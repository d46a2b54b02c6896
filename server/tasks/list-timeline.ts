import { milestoneState } from '@/domain/milestones/milestone'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { isOpenTask, type TaskKind, type TaskStatus } from '@/domain/tasks/lifecycle'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { countTasks } from '@/server/tasks/count-tasks'
import { pageSql } from '@/server/tasks/ledger-page-sql'
import { cutPage } from '@/server/tasks/ledger-cut'
import { lightViewOf } from '@/server/tasks/light-view'
import { taskScopeOf } from '@/server/tasks/scope'
import { dueMeaning, shownLight } from '@/server/tasks/task-words'

/** Rows on a page of the timetable. */
export const TIMELINE_PAGE = 500

type Row = {
  id: string
  no: number
  title: string
  status: TaskStatus
  kind: TaskKind
  cycle: ReportingCycle | null
  dispatched_on: Date | null
  due_on: Date | null
  task_due_on: Date | null
  original_due_on: Date | null
  completed_on: Date | null
  extension_count: number
  light_facts: unknown
  verified_progress: number
  lead: { name: string; nameEn: string } | null
  milestones: { id: string; title: string; dueOn: LocalDate; doneOn: LocalDate | null }[] | null
  sort_value: string | null
}

/** One page of the timetable over the ledger's filter: dates, milestones and the total. Five hundred rows, in the ledger's order. */
export async function listTimeline(ctx: Ctx, filter: LedgerFilter) {
  const [total, found] = await Promise.all([countTasks(ctx, filter), readRows(ctx, filter)])
  const { rows, ...pages } = cutPage(filter, found, TIMELINE_PAGE)
  return { ...pages, total, rows: rows.map((row) => toTimelineRow(ctx, row)) }
}

export type TimelinePage = Awaited<ReturnType<typeof listTimeline>>
export type TimelineRow = TimelinePage['rows'][number]

async function readRows(ctx: Ctx, filter: LedgerFilter): Promise<Row[]> {
  const { rows, order } = pageSql(ctx, filter, TIMELINE_PAGE + 1)
  const scope = taskScopeOf(ctx.actor)
  // Of a unit its own date, the earliest that it reads, as in the ledger.
  const ownDue = scope.all
    ? Prisma.sql`t.due_on`
    : Prisma.sql`coalesce((SELECT min(r.due_on) FROM assignment_readers r
        WHERE r.task_id = t.id AND r.unit_id = ANY(${scope.unitIds}::uuid[])), t.due_on)`
  return ctx.tx.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (${rows})
    SELECT t.id, t.no, t.title, t.status, t.kind, t.cycle, t.dispatched_on, ${ownDue} AS due_on, t.due_on AS task_due_on, t.original_due_on,
      t.completed_on, t.extension_count, t.light_facts, t.verified_progress, t.sort_value,
      (SELECT json_build_object('name', u.short_name, 'nameEn', u.short_name_en) FROM units u WHERE u.id = t.lead_unit_id) AS lead,
      (SELECT json_agg(json_build_object('id', m.id, 'title', m.title, 'dueOn', m.due_on, 'doneOn', m.done_on) ORDER BY m.due_on, m.sort)
        FROM milestones m WHERE m.task_id = t.id AND m.dropped_reason IS NULL) AS milestones
    FROM page t ORDER BY ${order}`
}

function toTimelineRow(ctx: Ctx, row: Row) {
  const dueOn = toLocalDateOrNull(row.due_on)
  const completedOn = toLocalDateOrNull(row.completed_on)
  // A unit's own earlier date was never the task's: its first date is then not shown as moved.
  const moved = toLocalDateOrNull(row.task_due_on) === dueOn
  return {
    id: row.id,
    no: row.no,
    title: row.title,
    lead: row.lead,
    verified: row.verified_progress,
    extensionCount: row.extension_count,
    dispatchedOn: toLocalDateOrNull(row.dispatched_on),
    dueOn,
    originalDueOn: moved ? toLocalDateOrNull(row.original_due_on) : dueOn,
    completedOn,
    open: isOpenTask(row.status),
    due: dueMeaning(ctx, { ...row, dueOn, completedOn }),
    light: shownLight(row.status, lightViewOf(ctx, { lightFacts: row.light_facts })),
    milestones: (row.milestones ?? []).map((one) => ({
      ...one,
      state: milestoneState({ ...one, dropped: false }, ctx.today),
    })),
  }
}
