import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/** What of a task was handed down and stands open: assignments of the levels below its own parts, and child tasks. */
export type OpenBelow = { assignments: number; unreported: number; tasks: number }

/** Nothing was handed down. */
export const NOTHING_BELOW: OpenBelow = { assignments: 0, unreported: 0, tasks: 0 }

/**
 * Counts what is open below each task, by id: assignments neither accepted nor waived (`unreported`: nor reported done), child
 * tasks that are open, drafts too. One statement for however many tasks and children.
 */
export async function countOpenBelow(
  ctx: Pick<Ctx, 'tx'>,
  taskIds: readonly string[],
): Promise<Map<string, OpenBelow>> {
  const ids = Prisma.sql`ANY(${[...taskIds]}::uuid[])`
  const rows = await ctx.tx.$queryRaw<(OpenBelow & { id: string })[]>`
    SELECT id, sum(assignments)::int AS assignments, sum(unreported)::int AS unreported, sum(tasks)::int AS tasks FROM (
      SELECT a.task_id AS id, count(*) AS assignments, count(*) FILTER (WHERE a.status <> 'reported_done') AS unreported, 0 AS tasks
      FROM assignments a WHERE a.task_id = ${ids} AND a.parent_assignment_id IS NOT NULL AND a.status NOT IN ('accepted', 'waived', 'replaced')
      GROUP BY a.task_id
      UNION ALL
      SELECT p.task_id, 0, 0, count(*) FROM tasks t JOIN assignments p ON p.id = t.parent_assignment_id
      WHERE p.task_id = ${ids} AND t.status NOT IN ('declined', 'completed', 'struck_off', 'terminated', 'archived')
      GROUP BY p.task_id
    ) found GROUP BY id`
  return new Map(rows.map(({ id, ...open }) => [id, open]))
}
