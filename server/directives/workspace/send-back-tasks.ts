import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { lockForWorkspace } from './load-workspace'
import { moveTasks } from './move-tasks'
import { taskRefsSchema } from './task-refs'

export const sendBackTasksSchema = z.object({
  directiveId: z.uuid(),
  tasks: taskRefsSchema,
  reason: z.string().trim().min(1, 'workspace.send_back_reason_required').max(1000, 'workspace.text_long'),
})

/** 退回修改, with a reason: tasks that wait for approval are drafts again; those who drafted them are told. */
export async function sendBackTasks(
  ctx: Ctx,
  input: z.output<typeof sendBackTasksSchema>,
): Promise<{ no: number; tasks: number }> {
  const directive = await lockForWorkspace(ctx, input.directiveId)
  const { reason } = input
  const { tasks } = await moveTasks(ctx, input.tasks, {
    directiveId: directive.id,
    event: 'send_back',
    permission: 'task.send_back',
    audit: 'task.sent_back',
    data: { submittedAt: null, approvedAt: null },
    reason,
  })
  const drafters = [...new Set(tasks.map((task) => task.createdById))].filter(
    (id) => id !== ctx.actor.personId,
  )
  const params = { count: tasks.length, no: directive.no, title: directive.title, reason }
  await notify(
    ctx,
    ...drafters.map((personId) => ({ personId, event: 'task.sent_back', params, directiveId: directive.id })),
  )
  return { no: directive.no, tasks: tasks.length }
}
