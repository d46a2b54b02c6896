import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { lockForWorkspace } from './load-workspace'
import { moveTasks } from './move-tasks'
import { taskRefsSchema } from './task-refs'

export const approveTasksSchema = z.object({ directiveId: z.uuid(), tasks: taskRefsSchema })

/** 审定: the office head or a leader approves; dispatch is another act, or the same one (`dispatchDirective`). */
export async function approveTasks(
  ctx: Ctx,
  input: z.output<typeof approveTasksSchema>,
): Promise<{ no: number; tasks: number }> {
  const directive = await lockForWorkspace(ctx, input.directiveId)
  const { tasks } = await moveTasks(ctx, input.tasks, {
    directiveId: directive.id,
    event: 'approve',
    permission: 'task.approve',
    audit: 'task.approved',
    data: { approvedAt: ctx.now },
  })
  const drafters = [...new Set(tasks.map((task) => task.createdById))]
  const params = { count: tasks.length, no: directive.no, title: directive.title }
  await notify(
    ctx,
    ...drafters
      .filter((personId) => personId !== ctx.actor.personId)
      .map((personId) => ({ personId, event: 'task.approved', params, directiveId: directive.id })),
  )
  return { no: directive.no, tasks: tasks.length }
}
