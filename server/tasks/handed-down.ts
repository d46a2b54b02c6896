import type { ParentTask } from '@/domain/tasks/closing-guards'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { refreshTask } from '@/server/tasks/refresh-task'

type Above = ParentTask & { id: string; dueOn: Date | null }

/**
 * Locks a task and every task above it, the uppermost first: the order in which all that spans several levels is locked. Nobody completes
 * one of them while its child is put back into progress. Returns the task right above (with the due date of the assignment between), or null.
 */
export async function lockAbove(ctx: Ctx, taskId: string): Promise<Above | null> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT t.id, t.parent_assignment_id, 0 AS height FROM tasks t WHERE t.id = ${taskId}::uuid
      UNION ALL SELECT p.id, p.parent_assignment_id, up.height + 1 FROM up
        JOIN assignments a ON a.id = up.parent_assignment_id JOIN tasks p ON p.id = a.task_id WHERE up.height < 20)
    SELECT t.id FROM tasks t JOIN up ON up.id = t.id ORDER BY up.height DESC FOR NO KEY UPDATE OF t`
  if (rows.length < 2) return null
  const found = await ctx.tx.task.findUnique({
    where: { id: taskId },
    select: {
      parentAssignment: {
        select: { dueOn: true, task: { select: { id: true, no: true, status: true } } },
      },
    },
  })
  const above = found?.parentAssignment
  return above ? { ...above.task, dueOn: above.dueOn } : null
}

/** The task right above a handed-down one, read without a lock: for what a page says; null for the office's own. */
export async function readAbove(ctx: Ctx, parentAssignmentId: string | null): Promise<ParentTask | null> {
  if (parentAssignmentId === null) return null
  const above = await ctx.tx.assignment.findUnique({
    where: { id: parentAssignmentId },
    select: { task: { select: { no: true, status: true } } },
  })
  return above?.task ?? null
}

/** Locks every task handed down from one, nearest first, down to the last level; returns their ids in that order. */
export async function lockBelow(ctx: Ctx, taskId: string): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below AS (
      SELECT c.id, 1 AS depth FROM tasks c JOIN assignments a ON a.id = c.parent_assignment_id WHERE a.task_id = ${taskId}::uuid
      UNION ALL SELECT c.id, below.depth + 1 FROM below
        JOIN assignments a ON a.task_id = below.id JOIN tasks c ON c.parent_assignment_id = a.id WHERE below.depth < 20)
    SELECT t.id FROM tasks t JOIN below ON below.id = t.id ORDER BY below.depth, t.id FOR NO KEY UPDATE OF t`
  return rows.map((row) => row.id)
}

/** How many open tasks were handed down from one, down to the last level. */
export async function countBelow(ctx: Ctx, taskId: string): Promise<number> {
  const rows = await ctx.tx.$queryRaw<{ count: number }[]>`
    WITH RECURSIVE below AS (
      SELECT c.id, c.status, 1 AS depth FROM tasks c JOIN assignments a ON a.id = c.parent_assignment_id WHERE a.task_id = ${taskId}::uuid
      UNION ALL SELECT c.id, c.status, below.depth + 1 FROM below
        JOIN assignments a ON a.task_id = below.id JOIN tasks c ON c.parent_assignment_id = a.id WHERE below.depth < 20)
    SELECT count(*)::int AS count FROM below WHERE status::text = ANY(${[...OPEN_TASK_STATUSES]}::text[])`
  return rows[0]?.count ?? 0
}

/** The kept move of the task above follows what became of the one handed down from it; null where there is none above. */
export async function refreshAbove(ctx: Ctx, above: { id: string } | null): Promise<void> {
  if (above) await refreshTask(ctx, above.id, [])
}
