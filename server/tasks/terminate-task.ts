import type { z } from 'zod'
import type { Grant } from '@/domain/permissions/actor'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { changeStatus } from '@/server/tasks/change-status'
import { endRequests } from '@/server/tasks/end-requests'
import { lockAbove, lockBelow, refreshAbove } from '@/server/tasks/handed-down'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { taskReasonSchema } from '@/server/tasks/task-reason'

export const terminateTaskSchema = taskReasonSchema

/**
 * 终止, by a leader, with the reason: any open task, and what was handed down from it, is no longer pursued, nor what hung on it; its record stays. Nothing
 * leads back. Refused once it is closed.
 */
export async function terminateTask(
  ctx: Ctx,
  input: z.output<typeof terminateTaskSchema>,
): Promise<{ taskNo: number }> {
  const above = await lockAbove(ctx, input.taskId)
  const { task, as } = await openTask(ctx, input, 'task.terminate')
  if (!nextTaskStatus(task.status, 'terminate')) failRefused('task.cannot_terminate', { status: task.status })
  await terminate(ctx, task, as, input.reason)
  const below = await lockBelow(ctx, task.id)
  for (const id of below) {
    const child = await loadTask(ctx, id)
    if (nextTaskStatus(child.status, 'terminate')) await terminate(ctx, child, as, input.reason)
  }
  const parts = await ctx.tx.assignment.findMany({
    where: { taskId: { in: [task.id, ...below] }, task: { status: 'terminated' } },
    select: { id: true },
  })
  const assignmentIds = parts.map((one) => one.id)
  await endRequests(ctx, { assignmentIds, end: 'terminated', reason: input.reason, as })
  await refreshTasks(ctx, [task.id, ...below])
  await refreshAbove(ctx, above)
  return { taskNo: task.no }
}

async function terminate(ctx: Ctx, task: LoadedTask, as: Grant | null, reason: string) {
  await changeStatus(ctx, task, {
    event: 'task.terminated',
    status: 'terminated',
    as,
    reason,
    data: {
      closeReason: reason,
      statusBeforeSuspension: null,
      suspendedAt: null,
      suspendedWithId: null,
    },
  })
  const params = { no: task.no, title: task.title, reason }
  await notify(ctx, { unitId: task.ownerUnitId, event: 'task.terminated', params, taskId: task.id })
}
