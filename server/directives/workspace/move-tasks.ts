import type { AuditEvent } from '@/domain/audit/events'
import type { Grant } from '@/domain/permissions/actor'
import type { Permission } from '@/domain/permissions/policy'
import { nextTaskStatus, type TaskEvent } from '@/domain/tasks/lifecycle'
import type { Prisma } from '@/prisma/generated/client'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { writeTask } from '@/server/tasks/write-task'
import { assertVersion } from '@/server/versions'
import type { TaskRef } from './task-refs'

type Move = {
  directiveId: string
  event: TaskEvent
  permission: Extract<Permission, 'task.submit' | 'task.approve' | 'task.send_back' | 'task.decline'>
  audit: AuditEvent
  data?: Prisma.TaskUncheckedUpdateManyInput
  reason?: string
}

/**
 * Takes many tasks of one directive through the same event, all or none, with an audit entry each. Throws not_found for
 * a task of another directive, forbidden, conflict, refused `workspace.cannot_<event>`.
 */
export async function moveTasks(
  ctx: Ctx,
  refs: readonly TaskRef[],
  move: Move,
): Promise<{ tasks: LoadedTask[]; as: Grant | null }> {
  const tasks: LoadedTask[] = []
  let as: Grant | null = null
  for (const ref of refs) {
    const task = await loadTask(ctx, ref.id, { lock: true })
    if (task.directiveId !== move.directiveId) return failNotFound()
    as = assertCan(ctx.actor, move.permission, task.facts, task.mayRead)
    await assertVersion(ctx, { entityId: task.id, actual: task.version, expected: ref.version })
    const status = nextTaskStatus(task.status, move.event)
    if (!status) return failRefused(`workspace.cannot_${move.event}`, { no: task.no })
    await writeTask(ctx, task, { ...move.data, status })
    await recordAudit(ctx, {
      event: move.audit,
      as,
      entity: 'task',
      entityId: task.id,
      taskId: task.id,
      directiveId: move.directiveId,
      before: { status: task.status },
      after: { status, ...(move.reason ? { reason: move.reason } : {}) },
    })
    tasks.push(task)
  }
  await refreshTasks(
    ctx,
    tasks.map((task) => task.id),
  )
  return { tasks, as }
}
