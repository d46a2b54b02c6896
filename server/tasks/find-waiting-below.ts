import type { Ctx } from '@/server/context'
import { handedDownSql, ownReportSql, setAsideSql } from '@/server/reports/review-scope'
import { isRunningTask } from '@/domain/tasks/lifecycle'
import type { LoadedTask } from '@/server/tasks/load-task'

/**
 * Of the reports that wait on this task for the review of the person's own unit, because it handed the work down, the one that has waited
 * longest; null where none does. The page of a task carries no reports from below: this is the one that its first button leads to.
 */
export async function findWaitingBelow(ctx: Ctx, task: LoadedTask): Promise<string | null> {
  const handedDown = handedDownSql(ctx.actor)
  if (!handedDown || !isRunningTask(task.status)) return null
  const [oldest] = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM reports r JOIN assignments a ON a.id = r.assignment_id JOIN tasks t ON t.id = a.task_id
    WHERE t.id = ${task.id}::uuid AND r.status = 'submitted' AND ${handedDown}
      AND NOT ${ownReportSql(ctx.actor)} AND NOT ${setAsideSql(ctx)}
    ORDER BY r.submitted_at, r.id LIMIT 1`
  return oldest?.id ?? null
}
