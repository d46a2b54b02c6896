import type { z } from 'zod'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { changeStatus, tellOwner } from '@/server/tasks/change-status'
import { lockBelow } from '@/server/tasks/handed-down'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { taskReasonSchema } from '@/server/tasks/task-reason'
import type { Grant } from '@/domain/permissions/actor'

export const suspendTaskSchema = taskReasonSchema

/**
 * 挂起, by a leader or the office head, with the reason: light, reminders and the units' acts rest, the due date stays. What was handed down
 * from it rests with it. Refused unless it is dispatched or in progress.
 */
export async function suspendTask(
  ctx: Ctx,
  input: z.output<typeof suspendTaskSchema>,
): Promise<{ taskNo: number }> {
  const { task, as } = await openTask(ctx, input, 'task.suspend')
  if (!nextTaskStatus(task.status, 'suspend')) failRefused('task.cannot_suspend', { status: task.status })
  await suspend(ctx, task, as, input.reason)
  await tellOwner(ctx, task, 'task.suspended', input.reason)
  const below = await lockBelow(ctx, task.id)
  for (const id of below) {
    const child = await loadTask(ctx, id)
    if (nextTaskStatus(child.status, 'suspend')) await suspend(ctx, child, as, input.reason, task.id)
  }
  await refreshTasks(ctx, [task.id, ...below])
  return { taskNo: task.no }
}

function suspend(ctx: Ctx, task: LoadedTask, as: Grant | null, reason: string, withId: string | null = null) {
  return changeStatus(ctx, task, {
    event: 'task.suspended',
    status: 'suspended',
    as,
    reason,
    data: { statusBeforeSuspension: task.status, suspendedAt: ctx.now, suspendedWithId: withId },
  })
}
