import type { AuditEvent } from '@/domain/audit/events'
import type { Grant } from '@/domain/permissions/actor'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import type { TaskStatus } from '@/domain/tasks/lifecycle'
import type { Prisma } from '@/prisma/generated/client'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import type { LoadedTask } from '@/server/tasks/load-task'
import { writeTask } from '@/server/tasks/write-task'

type Change = {
  event: AuditEvent
  status: TaskStatus
  as: Grant | null
  reason?: string
  /** What is written besides the status. */
  data?: Prisma.TaskUncheckedUpdateManyInput
  /** What the record keeps besides the status and the reason. */
  before?: AuditValues
  after?: AuditValues
}

/** A task in another status: written by compare-and-set, on the record, its units told (by the event's name). Throws conflict. */
export async function changeStatus(ctx: Ctx, task: LoadedTask, change: Change): Promise<void> {
  const { event, status, as, reason, data, before, after } = change
  await writeTask(ctx, task, { ...data, status })
  await recordAudit(ctx, {
    event,
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { status: task.status, ...before },
    after: { status, ...(reason ? { reason } : {}), ...after },
  })
  await tellUnits(ctx, task, event, reason ? { reason } : {})
}

/** Tells each unit that carries the task out, where it went out to them. */
export async function tellUnits(
  ctx: Ctx,
  task: LoadedTask,
  event: AuditEvent,
  more: Record<string, string> = {},
): Promise<void> {
  if (task.dispatchedAt === null) return
  const params = { no: task.no, title: task.title, ...more }
  await notify(
    ctx,
    ...task.assignments
      .filter((one) => isActiveAssignment(one.status))
      .map(({ unitId }) => ({ unitId, event, params, taskId: task.id })),
  )
}
