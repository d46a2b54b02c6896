import type { Grant } from '@/domain/permissions/actor'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import type { LoadedTask } from '@/server/tasks/load-task'
import { writeAssignment } from '@/server/tasks/write-task'

type Again = { again: readonly string[]; as: Grant | null; reason: string }

/**
 * Asks for accepted parts again: the lead's always, others where chosen. Waived ones stay waived. Refused for one that is not accepted
 * (any more). Returns the units that owe something again.
 */
export async function reopenParts(
  ctx: Ctx,
  task: LoadedTask,
  { again, as, reason }: Again,
): Promise<string[]> {
  const accepted = task.assignments.filter((one) => nextAssignmentStatus(one.status, 'reopen'))
  if (again.some((id) => !accepted.some((one) => one.id === id))) failRefused('task.part_not_accepted')
  const asked = accepted.filter((one) => one.part === 'lead' || again.includes(one.id))
  for (const one of asked) {
    const status = nextAssignmentStatus(one.status, 'reopen') ?? one.status
    await writeAssignment(ctx, one, { status, acceptedAt: null, reopenedAt: ctx.now })
    await recordAudit(ctx, {
      event: 'assignment.reopened',
      as,
      entity: 'assignment',
      entityId: one.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: one.unitId,
      before: { status: one.status },
      after: { status, part: one.part, unit: one.unit.name, reason },
    })
  }
  return asked.map((one) => one.unitId)
}
