import { z } from 'zod'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { writeTask } from '@/server/tasks/write-task'

/** The task as its reader saw it. */
export const archiveTaskSchema = z.object({ taskId: z.uuid(), version: z.coerce.number().int() })

/** 归档, by the office head or a leader: a struck-off task is kept as it is, and nothing leads back. Nobody is told: nothing is asked. */
export async function archiveTask(
  ctx: Ctx,
  input: z.output<typeof archiveTaskSchema>,
): Promise<{ taskNo: number }> {
  const { task, as } = await openTask(ctx, input, 'task.archive')
  const status = nextTaskStatus(task.status, 'archive')
  if (!status) return failRefused('task.cannot_archive', { status: task.status })
  await writeTask(ctx, task, { status })
  await recordAudit(ctx, {
    event: 'task.archived',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { status: task.status },
    after: { status },
  })
  await refreshTask(ctx, task.id)
  return { taskNo: task.no }
}
