import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { oneByOne, type BatchResult } from '@/server/tasks/one-by-one'
import { reassignPart, reassignTaskSchema } from '@/server/tasks/reassign-task'
import { tellReplaced, type Replaced } from '@/server/tasks/tell-replaced'

/** Parts that one reassignment gives away at most. */
export const REASSIGN_AT_MOST = 100

/** Which parts, each as `<id>:<version>`, go to which unit, and why. */
export const reassignTasksSchema = reassignTaskSchema.pick({ unitId: true, reason: true }).extend({
  chosen: z
    .preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,9}$/)),
    )
    .refine((list) => list.length > 0, 'task.choose_some_tasks')
    .refine((list) => list.length <= REASSIGN_AT_MOST, 'task.reassign_fewer'),
})

/**
 * 批量改派: the parts that can be given to the unit are; the others are named with the reason, and nothing of theirs changes. Each unit is told
 * once, however many parts it takes or gives up.
 */
export async function reassignTasks(
  ctx: Ctx,
  { chosen, unitId, reason }: z.output<typeof reassignTasksSchema>,
): Promise<BatchResult> {
  const refs = new Map(chosen.map((item) => item.split(':') as [string, string]))
  const parts = await ctx.tx.assignment.findMany({
    where: { id: { in: [...refs.keys()] } },
    select: { id: true, taskId: true },
  })
  const replaced: Replaced[] = []
  const result = await oneByOne(
    ctx,
    parts.map(({ id, taskId }) => ({
      taskId,
      run: async () => {
        const version = Number(refs.get(id))
        replaced.push(await reassignPart(ctx, { assignmentId: id, version, unitId, reason }))
      },
    })),
  )
  await tellReplaced(ctx, replaced)
  return result
}
