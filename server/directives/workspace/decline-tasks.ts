import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { lockForWorkspace } from './load-workspace'
import { moveTasks } from './move-tasks'
import { taskRefsSchema } from './task-refs'

export const declineTasksSchema = z.object({
  directiveId: z.uuid(),
  tasks: taskRefsSchema,
  reason: z.string().trim().min(1, 'workspace.decline_reason_required').max(1000, 'workspace.text_long'),
})

/** 不予立项, with a reason, by the office head or a leader; the sentences stay accounted for by it, those who drafted it are told. */
export async function declineTasks(
  ctx: Ctx,
  input: z.output<typeof declineTasksSchema>,
): Promise<{ no: number; tasks: number }> {
  const directive = await lockForWorkspace(ctx, input.directiveId)
  const { tasks } = await moveTasks(ctx, input.tasks, {
    directiveId: directive.id,
    event: 'decline',
    permission: 'task.decline',
    audit: 'task.declined',
    data: { closeReason: input.reason },
    reason: input.reason,
  })
  const drafters = [...new Set(tasks.map((task) => task.createdById))].filter(
    (id) => id !== ctx.actor.personId,
  )
  const params = { count: tasks.length, no: directive.no, title: directive.title, reason: input.reason }
  await notify(
    ctx,
    ...drafters.map((personId) => ({ personId, event: 'task.declined', params, directiveId: directive.id })),
  )
  return { no: directive.no, tasks: tasks.length }
}
