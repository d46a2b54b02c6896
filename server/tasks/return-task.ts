import type { z } from 'zod'
import { missingForReturning } from '@/domain/tasks/closing-guards'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { changeStatus } from '@/server/tasks/change-status'
import type { LoadedTask } from '@/server/tasks/load-task'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { reopenParts } from '@/server/tasks/reopen-parts'
import { againSchema, taskReasonSchema } from '@/server/tasks/task-reason'

/** Why, and which parts besides the lead's are asked for again. */
export const returnTaskSchema = taskReasonSchema.extend({ again: againSchema })

/**
 * 退回办理, by the office (a handed-down task: its owner's head), with the reason: a task under review is in progress again, its conclusion
 * falls, the lead's part and those chosen are owed again. Refused while a report waits: returning that one does it.
 */
export async function returnTask(
  ctx: Ctx,
  input: z.output<typeof returnTaskSchema>,
): Promise<{ taskNo: number }> {
  const { task, as } = await openTask(ctx, input, 'task.return')
  const status = nextTaskStatus(task.status, 'return')
  if (!status) return failRefused('task.cannot_return', { status: task.status })
  const [missing] = missingForReturning({ waitingSeq: await findWaitingSeq(ctx, task) })
  if (missing) failRefused(missing.code, missing.params)
  const { reason } = input
  await reopenParts(ctx, task, { again: input.again, as, reason })
  await changeStatus(ctx, task, {
    event: 'task.returned',
    status,
    as,
    reason,
    data: { conclusion: null, reopenedAt: ctx.now },
    before: { conclusion: task.conclusion },
  })
  await refreshTask(ctx, task.id)
  return { taskNo: task.no }
}

/** The number of a report of the task that waits for its review; null where none does. */
export async function findWaitingSeq(ctx: Ctx, task: Pick<LoadedTask, 'id'>): Promise<number | null> {
  const waiting = await ctx.tx.report.findFirst({
    where: { status: 'submitted', assignment: { taskId: task.id } },
    orderBy: { submittedAt: 'asc' },
    select: { seq: true },
  })
  return waiting?.seq ?? null
}
