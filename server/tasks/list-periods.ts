import { localDateIn } from '@/domain/calendar/local-date'
import { periodServedOn, periodViews } from '@/domain/tasks/reporting-cycle'
import type { Ctx } from '@/server/context'
import { findReadableTask } from '@/server/tasks/get-task'
import { cycleRuleOf, readPauses, reportDays } from '@/server/tasks/reporting-rule'
import { readsReportsOf } from '@/server/tasks/task-reports'

/** Newest periods shown of an assignment. */
const SHOWN = 13

/**
 * 报告周期 of a task's assignments whose reports the actor reads, newest first: served, missed, due. By the rule itself, whether or not the
 * job recorded them. Null for a task without a cycle.
 */
export async function listPeriods(ctx: Ctx, no: number) {
  const task = await findReadableTask(ctx, no)
  if (!task.cycle || !task.dispatchedOn) return null
  const parts = task.assignments.filter((one) => one.status !== 'replaced' && readsReportsOf(ctx, one))
  const [reports, pauses] = await Promise.all([
    ctx.tx.report.findMany({
      where: { assignmentId: { in: parts.map((one) => one.id) }, submittedAt: { not: null } },
      select: { assignmentId: true, status: true, submittedAt: true },
    }),
    readPauses(ctx, [task.id]),
  ])
  const closed = task.completedAt ? localDateIn(task.completedAt, ctx.settings.zone) : null
  return {
    cycle: task.cycle,
    day: task.cycleDay,
    parts: parts.flatMap((one) => {
      const rule = cycleRuleOf(task, one, ctx.settings.zone)
      if (!rule) return []
      const own = reports.filter((report) => report.assignmentId === one.id)
      const until = closed ?? ctx.today
      const views = periodViews(
        rule,
        reportDays(own, ctx.settings.zone),
        pauses.get(task.id) ?? [],
        ctx.calendar,
        until,
      )
      const begun = views.filter((view) => view.state !== 'ahead')
      const owed = begun.filter((view) => view.state === 'served' || view.state === 'missed')
      return [
        {
          id: one.id,
          part: one.part,
          unit: { name: one.unit.name, nameEn: one.unit.nameEn },
          periods: begun.slice(-SHOWN).reverse(),
          served: owed.filter((view) => view.state === 'served').length,
          total: owed.length,
        },
      ]
    }),
  }
}

export type TaskPeriods = NonNullable<Awaited<ReturnType<typeof listPeriods>>>

/** The period that a report of the assignment handed in today serves; null without a cycle. */
export function currentPeriodOf(
  ctx: Ctx,
  task: Parameters<typeof cycleRuleOf>[0],
  assignment: { dispatchedAt: Date },
) {
  const rule = cycleRuleOf(task, assignment, ctx.settings.zone)
  return rule && periodServedOn(rule, ctx.calendar, ctx.today)
}
