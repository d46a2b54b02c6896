import type { z } from 'zod'
import { missingForReopening } from '@/domain/tasks/closing-guards'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { reopenDirective } from '@/server/directives/reopen-directive'
import { failRefused } from '@/server/errors'
import { changeStatus, tellOwner } from '@/server/tasks/change-status'
import { lockAbove, refreshAbove } from '@/server/tasks/handed-down'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { reopenParts } from '@/server/tasks/reopen-parts'
import { againSchema, taskReasonSchema } from '@/server/tasks/task-reason'

/** Why, and which parts besides the lead's are asked for again. */
export const reopenTaskSchema = taskReasonSchema.extend({ again: againSchema })

/**
 * 重启, by a leader, with the reason: a completed or struck-off task is in progress again, its lead's part and those chosen are owed again. A
 * closed directive comes back in force. Refused while the task above is closed or rests, and once the directive is archived.
 */
export async function reopenTask(
  ctx: Ctx,
  input: z.output<typeof reopenTaskSchema>,
): Promise<{ taskNo: number }> {
  // Directive, then what stands above, then the task: whoever closes any of these waits, or is waited for.
  const directive = await lockDirectiveOf(ctx, input.taskId)
  const parent = await lockAbove(ctx, input.taskId)
  const { task, as } = await openTask(ctx, input, 'task.reopen')
  const status = nextTaskStatus(task.status, 'reopen')
  if (!status || !directive) return failRefused('task.cannot_reopen', { status: task.status })
  const [missing] = missingForReopening({ parent, directive: directive.status })
  if (missing) failRefused(missing.code, missing.params)
  const { reason } = input
  await reopenParts(ctx, task, { again: input.again, as, reason })
  await changeStatus(ctx, task, {
    event: 'task.reopened',
    status,
    as,
    reason,
    data: {
      conclusion: null,
      completedAt: null,
      completedOn: null,
      completedLate: false,
      reopenedAt: ctx.now,
    },
    before: {
      completedOn: toLocalDateOrNull(task.completedOn),
      late: task.completedLate,
      conclusion: task.conclusion,
    },
  })
  await tellOwner(ctx, task, 'task.reopened', reason)
  await reopenDirective(ctx, directive, as, `T${task.no}`)
  await refreshTask(ctx, task.id)
  await refreshAbove(ctx, parent)
  return { taskNo: task.no }
}

async function lockDirectiveOf(ctx: Ctx, taskId: string) {
  const found = await ctx.tx.task.findUnique({ where: { id: taskId }, select: { directiveId: true } })
  if (!found) return null
  await ctx.tx.$queryRaw`SELECT id FROM directives WHERE id = ${found.directiveId}::uuid FOR NO KEY UPDATE`
  return ctx.tx.directive.findUnique({
    where: { id: found.directiveId },
    select: { id: true, status: true, version: true },
  })
}
