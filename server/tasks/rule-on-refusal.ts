import { z } from 'zod'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { openAssignment } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { replaceAssignment } from '@/server/tasks/replace-assignment'
import { startTask } from '@/server/tasks/start-task'
import { tellReplaced } from '@/server/tasks/tell-replaced'
import { writeAssignment } from '@/server/tasks/write-task'

const reason = z.string().trim().min(1, 'task.ruling_reason_required').max(1000, 'task.text_too_long')
const about = { assignmentId: z.uuid(), version: z.coerce.number().int(), reason }

/** The refusal does not hold (`stands`: the assignment stands), or it does and another unit takes over. */
export const ruleOnRefusalSchema = z.discriminatedUnion(
  'ruling',
  [
    z.object({ ...about, ruling: z.literal('stands') }),
    z.object({ ...about, ruling: z.literal('reassign'), unitId: z.uuid('task.unit_required') }),
  ],
  'task.ruling_required',
)

/** 裁定退签, by the office (or the unit that handed the task down). Refused where nothing was refused. */
export async function ruleOnRefusal(
  ctx: Ctx,
  input: z.output<typeof ruleOnRefusalSchema>,
): Promise<{ taskNo: number }> {
  const { assignment, task, as } = await openAssignment(ctx, input, 'assignment.rule')
  const status = nextAssignmentStatus(assignment.status, 'rule_stands')
  if (!status) return failRefused('task.cannot_rule', { status: assignment.status })
  if (input.ruling === 'reassign') {
    const { unitId, reason: why } = input
    await tellReplaced(ctx, [await replaceAssignment(ctx, { task, assignment, unitId, reason: why, as })])
  } else {
    await writeAssignment(ctx, assignment, { status, acknowledgedAt: ctx.now })
    await recordAudit(ctx, {
      event: 'assignment.ruled_to_stand',
      as,
      entity: 'assignment',
      entityId: assignment.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: assignment.unitId,
      before: { status: assignment.status },
      after: { status, part: assignment.part, unit: assignment.unit.name, reason: input.reason },
    })
    if (assignment.part === 'lead') await startTask(ctx, task, as)
    await notify(ctx, {
      unitId: assignment.unitId,
      event: 'assignment.ruled_to_stand',
      params: { no: task.no, title: task.title, reason: input.reason },
      taskId: task.id,
    })
  }
  await refreshTask(ctx, task.id)
  return { taskNo: task.no }
}
