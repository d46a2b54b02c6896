import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { taskScopeOf, visibleTasksSql } from '@/server/tasks/scope'

/** What is counted of a directive's tasks: drafts, lights, and what has no light. `late` is completed late and never counted under `done`. */
export type TaskCount =
  | 'draft'
  | 'awaiting'
  | 'idle'
  | 'ok'
  | 'risk'
  | 'off'
  | 'done'
  | 'late'
  | 'suspended'
  | 'terminated'

/** Counts of the tasks that the actor may read. */
export type TaskCounts = Partial<Record<TaskCount, number>>

/**
 * Counts by light of each directive's tasks, of those that the actor may read; for the office, leaders and discipline the office's own alone
 * (domain.md §3: its figures count no handed-down task). One query, whatever the number of directives.
 */
export async function countTasksByLight(
  ctx: Ctx,
  directiveIds: readonly string[],
): Promise<Map<string, TaskCounts>> {
  const own = taskScopeOf(ctx.actor).all ? Prisma.sql`AND t.office_owned` : Prisma.empty
  const rows = await ctx.tx.$queryRaw<{ directive_id: string; what: TaskCount; count: number }[]>`
    SELECT t.directive_id, count(*)::int AS count, CASE
        WHEN t.status = 'draft' THEN 'draft'
        WHEN t.status IN ('awaiting_approval', 'approved') THEN 'awaiting'
        WHEN t.status IN ('suspended', 'terminated') THEN t.status::text
        WHEN t.light = 'done' AND t.completed_late THEN 'late'
        ELSE t.light::text END AS what
    FROM tasks t
    WHERE t.directive_id = ANY(${directiveIds}::uuid[]) AND ${visibleTasksSql(ctx.actor)} ${own}
    GROUP BY 1, 3`
  const counts = new Map<string, TaskCounts>()
  for (const { directive_id, what, count } of rows) {
    if (!what) continue
    counts.set(directive_id, { ...counts.get(directive_id), [what]: count })
  }
  return counts
}
