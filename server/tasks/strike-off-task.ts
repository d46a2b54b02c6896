import { z } from 'zod'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { changeStatus } from '@/server/tasks/change-status'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'

/** The task as its reader saw it. */
export const strikeOffTaskSchema = z.object({ taskId: z.uuid(), version: z.coerce.number().int() })

/** 销号, by the office head or a leader: a completed task leaves the list of what is owed. Refused before it is completed. */
export async function strikeOffTask(
  ctx: Ctx,
  input: z.output<typeof strikeOffTaskSchema>,
): Promise<{ taskNo: number }> {
  const { task, as } = await openTask(ctx, input, 'task.strike_off')
  const status = nextTaskStatus(task.status, 'strike_off')
  if (!status) return failRefused('task.cannot_strike_off', { status: task.status })
  await changeStatus(ctx, task, { event: 'task.struck_off', status, as })
  await refreshTask(ctx, task.id)
  return { taskNo: task.no }
}
