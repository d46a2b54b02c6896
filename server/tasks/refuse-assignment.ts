import { z } from 'zod'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { openAssignment } from '@/server/tasks/open-for-act'
import { overseerOf } from '@/server/tasks/load-task'
import { refreshTask } from '@/server/tasks/refresh-task'
import { writeAssignment } from '@/server/tasks/write-task'

/** A reason is always asked: whoever rules on it has only this. */
export const refuseAssignmentSchema = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'task.refusal_reason_required').max(1000, 'task.text_too_long'),
})

/** 退签: back to whoever dispatched it, within two working days of receipt (`refuseDueOn`); later it is refused by rule. */
export async function refuseAssignment(
  ctx: Ctx,
  input: z.output<typeof refuseAssignmentSchema>,
): Promise<{ taskNo: number }> {
  const { assignment, task, as } = await openAssignment(ctx, input, 'assignment.refuse')
  const status = nextAssignmentStatus(assignment.status, 'refuse')
  if (!status || task.status === 'suspended' || !OPEN_TASK_STATUSES.includes(task.status)) {
    return failRefused('task.cannot_refuse', { status: assignment.status })
  }
  const refuseDueOn = toLocalDate(assignment.refuseDueOn)
  if (ctx.today > refuseDueOn) failRefused('task.refuse_too_late', { dueOn: refuseDueOn })
  await writeAssignment(ctx, assignment, { status, refusedAt: ctx.now, refusalReason: input.reason })
  await recordAudit(ctx, {
    event: 'assignment.refused',
    as,
    entity: 'assignment',
    entityId: assignment.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before: { status: assignment.status },
    after: { status, part: assignment.part, unit: assignment.unit.name, reason: input.reason },
  })
  await notify(ctx, {
    unitId: overseerOf(task, assignment),
    event: 'assignment.refused',
    params: { no: task.no, title: task.title, unit: assignment.unit.name, reason: input.reason },
    taskId: task.id,
  })
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no }
}
