import { z } from 'zod'
import type { Grant } from '@/domain/permissions/actor'
import { missingForResuming } from '@/domain/tasks/closing-guards'
import { nextTaskStatus, type SuspendableStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { changeStatus, tellOwner } from '@/server/tasks/change-status'
import { lockAbove, lockBelow } from '@/server/tasks/handed-down'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTasks } from '@/server/tasks/refresh-task'

/** The task as its reader saw it. */
export const resumeTaskSchema = z.object({ taskId: z.uuid(), version: z.coerce.number().int() })

/**
 * 恢复办理, by a leader or the office head: back to where it was suspended, with all that was suspended together with it. The due date is what
 * it was. Refused while the task above still rests.
 */
export async function resumeTask(
  ctx: Ctx,
  input: z.output<typeof resumeTaskSchema>,
): Promise<{ taskNo: number }> {
  const parent = await lockAbove(ctx, input.taskId)
  const { task, as } = await openTask(ctx, input, 'task.resume')
  const status = statusAfter(task)
  if (!status) return failRefused('task.cannot_resume', { status: task.status })
  const [missing] = missingForResuming({ parent })
  if (missing) failRefused(missing.code, missing.params)
  await resume(ctx, task, status, as)
  await tellOwner(ctx, task, 'task.resumed')
  const below = await lockBelow(ctx, task.id)
  for (const id of below) {
    const child = await loadTask(ctx, id)
    const back = child.suspendedWithId === task.id ? statusAfter(child) : null
    if (back) await resume(ctx, child, back, as)
  }
  await refreshTasks(ctx, [task.id, ...below])
  return { taskNo: task.no }
}

function statusAfter(task: LoadedTask) {
  return nextTaskStatus(task.status, 'resume', task.statusBeforeSuspension as SuspendableStatus | null)
}

function resume(
  ctx: Ctx,
  task: LoadedTask,
  status: NonNullable<ReturnType<typeof statusAfter>>,
  as: Grant | null,
) {
  return changeStatus(ctx, task, {
    event: 'task.resumed',
    status,
    as,
    data: { statusBeforeSuspension: null, suspendedAt: null, suspendedWithId: null },
  })
}
