import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { openAssignment } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { replaceAssignment } from '@/server/tasks/replace-assignment'
import { tellReplaced, type Replaced } from '@/server/tasks/tell-replaced'

/** Which assignment goes to which unit, and why. */
export const reassignTaskSchema = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int(),
  unitId: z.uuid('task.unit_required'),
  reason: z.string().trim().min(1, 'task.reassign_reason_required').max(1000, 'task.text_too_long'),
})

/** 改派, by the office head or a leader: another unit takes the part over, history kept. Refused once it is accepted or waived. */
export async function reassignTask(
  ctx: Ctx,
  input: z.output<typeof reassignTaskSchema>,
): Promise<{ taskNo: number }> {
  const replaced = await reassignPart(ctx, input)
  await tellReplaced(ctx, [replaced])
  return { taskNo: replaced.task.no }
}

/** The same for one of several, without telling the units. Throws before anything is written. */
export async function reassignPart(ctx: Ctx, input: z.output<typeof reassignTaskSchema>): Promise<Replaced> {
  const { assignment, task, as } = await openAssignment(ctx, input, 'task.reassign')
  const { unitId, reason } = input
  const replaced = await replaceAssignment(ctx, { task, assignment, unitId, reason, as })
  await recordAudit(ctx, {
    event: 'task.reassigned',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { unit: assignment.unit.name, part: assignment.part },
    after: { unitId, part: assignment.part, reason },
  })
  await refreshTask(ctx, task.id)
  return replaced
}
