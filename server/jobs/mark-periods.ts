import { localDateIn } from '@/domain/calendar/local-date'
import { periodViews, type PeriodView } from '@/domain/tasks/reporting-cycle'
import type { Db } from '@/server/db'
import { toLocalDate } from '@/server/dates'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'
import { cycleRuleOf, readPauses, reportDays } from '@/server/tasks/reporting-rule'

const NAME = 'mark-periods'
const BATCH = 100

/**
 * Reporting periods 报告周期 as rows: opened when they begin, marked served by the first report in time, missed once the due day passed,
 * excused where a pause left nothing to report. It records and tells; lights follow from the same rule whether or not it ran.
 */
export async function markPeriods(run: { db: Db; now: Date }) {
  const result = { opened: 0, served: 0, missed: 0 }
  for (let after = ''; ; ) {
    const ids: { id: string }[] = await run.db.assignment.findMany({
      where: {
        ...(after ? { id: { gt: after } } : {}),
        status: { in: ['awaiting_acknowledgement', 'acknowledged', 'in_progress'] },
        task: { cycle: { not: null }, status: { in: ['dispatched', 'in_progress'] } },
      },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true },
    })
    if (ids.length === 0) return result
    after = ids.at(-1)?.id ?? after
    const meta = { name: NAME, now: run.now, db: run.db }
    const one = await runCommand(
      systemActor(NAME),
      markBatch,
      ids.map(({ id }) => id),
      meta,
    )
    result.opened += one.opened
    result.served += one.served
    result.missed += one.missed
  }
}

const wanted = {
  id: true,
  unitId: true,
  dispatchedAt: true,
  task: {
    select: { id: true, no: true, title: true, cycle: true, cycleDay: true, dispatchedOn: true },
  },
  reports: {
    where: { submittedAt: { not: null } },
    orderBy: { submittedAt: 'asc' },
    select: { id: true, submittedAt: true, status: true },
  },
  periods: { select: { startsOn: true, reportId: true, missedAt: true, excusedAt: true } },
} as const

async function markBatch(ctx: Ctx, ids: string[]) {
  await ctx.tx.$queryRaw`SELECT id FROM assignments WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const assignments = await ctx.tx.assignment.findMany({ where: { id: { in: ids } }, select: wanted })
  const pauses = await readPauses(
    ctx,
    assignments.map((one) => one.task.id),
  )
  const { zone } = ctx.settings
  const changes = assignments.flatMap((one) => {
    const rule = cycleRuleOf(one.task, one, zone)
    if (!rule) return []
    const views = periodViews(
      rule,
      reportDays(one.reports, zone),
      pauses.get(one.task.id) ?? [],
      ctx.calendar,
      ctx.today,
    )
    return views
      .filter((view) => view.startOn <= ctx.today)
      .flatMap((view) => {
        const row = one.periods.find((period) => toLocalDate(period.startsOn) === view.startOn)
        const reportId = view.servedOn
          ? (one.reports.find(
              (r) =>
                r.status !== 'withdrawn' &&
                r.submittedAt &&
                localDateIn(r.submittedAt, zone) === view.servedOn,
            )?.id ?? null)
          : null
        const stands =
          row &&
          row.reportId === reportId &&
          (row.missedAt !== null) === (view.state === 'missed') &&
          (row.excusedAt !== null) === (view.state === 'excused')
        return stands ? [] : [{ one, view, reportId, fresh: !row, wasMissed: row?.missedAt ?? null }]
      })
  })
  await write(ctx, changes)
  const missed = changes.filter(({ view, wasMissed }) => view.state === 'missed' && !wasMissed)
  // Of many that were opened late, as after a long standstill, only the newest is told.
  const newest = new Map(missed.map((change) => [change.one.id, change]))
  await notify(
    ctx,
    ...[...newest.values()].map(({ one, view }) => ({
      unitId: one.unitId,
      event: 'report.missed',
      params: {
        no: one.task.no,
        title: one.task.title,
        dueOn: view.dueOn,
        startOn: view.startOn,
        endOn: view.endOn,
      },
      taskId: one.task.id,
    })),
  )
  return {
    opened: changes.filter(({ fresh }) => fresh).length,
    served: changes.filter(({ view }) => view.state === 'served').length,
    missed: missed.length,
  }
}

type Change = { one: { id: string }; view: PeriodView; reportId: string | null; wasMissed: Date | null }

async function write(ctx: Ctx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ one, view, reportId, wasMissed }) => ({
    assignment_id: one.id,
    n: view.n,
    starts_on: view.startOn,
    ends_on: view.endOn,
    due_on: view.dueOn,
    report_id: reportId,
    served_on: reportId ? view.servedOn : null,
    missed_at: view.state === 'missed' ? (wasMissed ?? ctx.now) : null,
    excused_at: view.state === 'excused' ? ctx.now : null,
  }))
  await ctx.tx.$executeRaw`
    INSERT INTO report_periods (id, assignment_id, n, starts_on, ends_on, due_on, opened_at, report_id, served_on, missed_at, excused_at)
    SELECT gen_random_uuid(), v.assignment_id, v.n, v.starts_on, v.ends_on, v.due_on, ${ctx.now}, v.report_id, v.served_on, v.missed_at, v.excused_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(assignment_id uuid, n int, starts_on date, ends_on date, due_on date, report_id uuid,
      served_on date, missed_at timestamptz, excused_at timestamptz)
    ON CONFLICT (assignment_id, starts_on) DO UPDATE SET n = EXCLUDED.n, ends_on = EXCLUDED.ends_on, due_on = EXCLUDED.due_on,
      report_id = EXCLUDED.report_id, served_on = EXCLUDED.served_on, missed_at = EXCLUDED.missed_at, excused_at = EXCLUDED.excused_at`
}
