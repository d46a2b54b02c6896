import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { declineTasks } from '@/server/directives/workspace/decline-tasks'
import { sendBackTasks } from '@/server/directives/workspace/send-back-tasks'
import { failNotFound } from '@/server/errors'
import { taskReasonSchema } from '@/server/tasks/task-reason'

export const sendBackTaskSchema = taskReasonSchema
export const declineTaskSchema = taskReasonSchema

type OneTask = z.output<typeof taskReasonSchema>

/** 退回修改 of one task from its own page: awaiting approval or approved, it is a draft again. Errors: those of `sendBackTasks`. */
export async function sendBackTask(ctx: Ctx, input: OneTask): Promise<{ taskNo: number }> {
  const { no, ...chosen } = await asChosen(ctx, input)
  await sendBackTasks(ctx, chosen)
  return { taskNo: no }
}

/** 不予立项 of one task from its own page. Errors: those of `declineTasks`. */
export async function declineTask(ctx: Ctx, input: OneTask): Promise<{ taskNo: number }> {
  const { no, ...chosen } = await asChosen(ctx, input)
  await declineTasks(ctx, chosen)
  return { taskNo: no }
}

async function asChosen(ctx: Ctx, { taskId, version, reason }: OneTask) {
  const task = await ctx.tx.task.findUnique({
    where: { id: taskId },
    select: { no: true, directiveId: true },
  })
  if (!task) return failNotFound()
  return { no: task.no, directiveId: task.directiveId, tasks: [{ id: taskId, version }], reason }
}
