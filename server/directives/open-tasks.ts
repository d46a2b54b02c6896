import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'

/** Of a directive's open tasks so many are named in a refusal. */
const NAMED = 5

/** How many of the office's own tasks of a directive are open, drafts too, and the numbers of the first five. */
export async function listOpenTaskNos(
  ctx: Ctx,
  directiveId: string,
): Promise<{ openTasks: number; nos: number[] }> {
  const where = { directiveId, officeOwned: true, status: { in: [...OPEN_TASK_STATUSES] } }
  const [openTasks, first] = await Promise.all([
    ctx.tx.task.count({ where }),
    ctx.tx.task.findMany({ where, orderBy: { no: 'asc' }, take: NAMED, select: { no: true } }),
  ])
  return { openTasks, nos: first.map((row) => row.no) }
}
