import { z } from 'zod'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { writeTask } from '@/server/tasks/write-task'

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
  await writeTask(ctx, task, { status })
  await recordAudit(ctx, {
    event: 'task.struck_off',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { status: task.status },
    after: { status },
  })
  const params = { no: task.no, title: task.title }
  await notify(
    ctx,
    ...task.assignments
      .filter((one) => isActiveAssignment(one.status))
      .map(({ unitId }) => ({ unitId, event: 'task.struck_off', params, taskId: task.id })),
  )
  await refreshTask(ctx, task.id)
  return { taskNo: task.no }
}
