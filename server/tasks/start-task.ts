import type { Grant } from '@/domain/permissions/actor'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import type { LoadedTask } from '@/server/tasks/load-task'
import { writeTask } from '@/server/tasks/write-task'

/** The lead acknowledged, or was ruled to: a dispatched task is in progress from here. A later lead changes nothing. */
export async function startTask(ctx: Ctx, task: LoadedTask, as: Grant | null): Promise<void> {
  const status = nextTaskStatus(task.status, 'acknowledge')
  if (!status) return
  await writeTask(ctx, task, { status })
  await recordAudit(ctx, {
    event: 'task.acknowledged',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { status: task.status },
    after: { status },
  })
}
