import type { AuditEvent } from '@/domain/audit/events'
import type { Grant } from '@/domain/permissions/actor'
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

/**
 * Tells each unit that carries the task out, once, where it went out to them: down to the last to which it was handed whole, who may be
 * thousands. For a unit without accounts the lead is told; one of which nothing more is asked is left in peace.
 */
export async function tellUnits(
  ctx: Ctx,
  task: Pick<LoadedTask, 'id' | 'no' | 'title' | 'dispatchedAt' | 'leadUnitId'>,
  event: AuditEvent,
  more: Record<string, string> = {},
): Promise<void> {
  if (task.dispatchedAt === null) return
  const parts = await ctx.tx.assignment.findMany({
    where: { taskId: task.id, status: { notIn: ['replaced', 'waived'] } },
    select: { unitId: true, unit: { select: { kind: true } } },
  })
  const told = parts.map(({ unitId, unit }) => (unit.kind === 'external' ? task.leadUnitId : unitId))
  const params = { no: task.no, title: task.title, ...more }
  await notify(
    ctx,
    ...[...new Set(told)]
      .filter((unitId) => unitId !== null)
      .map((unitId) => ({ unitId, event, params, taskId: task.id })),
  )
}

/** Tells the unit whose task it is of what others do to it; nobody is told of what their own unit did. */
export async function tellOwner(
  ctx: Ctx,
  task: Pick<LoadedTask, 'id' | 'no' | 'title' | 'ownerUnitId'>,
  event: AuditEvent,
  reason?: string,
): Promise<void> {
  if (ctx.actor.grants.some((grant) => grant.unitId === task.ownerUnitId)) return
  const params = { no: task.no, title: task.title, ...(reason ? { reason } : {}) }
  await notify(ctx, { unitId: task.ownerUnitId, event, params, taskId: task.id })
}
