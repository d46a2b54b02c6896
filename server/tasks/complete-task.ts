import { z } from 'zod'
import { missingForCompletion, missingForReview, type Missing } from '@/domain/tasks/guards'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { asGuard, countEvidence, ownParts } from '@/server/tasks/conclude-task'
import { countOpenBelow, NOTHING_BELOW } from '@/server/tasks/count-below'
import { lockAbove, refreshAbove } from '@/server/tasks/handed-down'
import type { LoadedTask } from '@/server/tasks/load-task'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { writeTask } from '@/server/tasks/write-task'

/** The task as its reader saw it. */
export const completeTaskSchema = z.object({ taskId: z.uuid(), version: z.coerce.number().int() })

/** 办结, by the office head or a leader (a handed-down task: its owner's head). Refused with the first thing that is missing. */
export async function completeTask(
  ctx: Ctx,
  input: z.output<typeof completeTaskSchema>,
): Promise<{ taskNo: number }> {
  const above = await lockAbove(ctx, input.taskId)
  const { task, as } = await openTask(ctx, input, 'task.complete')
  const status = nextTaskStatus(task.status, 'complete')
  const [first] = await missingToComplete(ctx, task)
  if (first) failRefused(first.code, first.params)
  if (!status) return failRefused('task.cannot_complete', { status: task.status })
  const dueOn = toLocalDateOrNull(task.dueOn)
  const completedLate = task.kind !== 'ongoing' && dueOn !== null && ctx.today > dueOn
  await writeTask(ctx, task, {
    status,
    completedAt: ctx.now,
    completedOn: fromLocalDate(ctx.today),
    completedLate,
  })
  await recordAudit(ctx, {
    event: 'task.completed',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { status: task.status },
    after: { status, completedOn: ctx.today, late: completedLate, conclusion: task.conclusion },
  })
  const params = { no: task.no, title: task.title }
  await notify(
    ctx,
    ...task.assignments
      .filter((one) => isActiveAssignment(one.status))
      .map(({ unitId }) => ({ unitId, event: 'task.completed', params, taskId: task.id })),
  )
  await refreshTask(ctx, task.id)
  await refreshAbove(ctx, above)
  return { taskNo: task.no }
}

/** What stands against completing: units not accepted, open children, no evidence, no conclusion (domain.md §3, guards). */
export async function missingToComplete(ctx: Ctx, task: LoadedTask): Promise<Missing[]> {
  const below = (await countOpenBelow(ctx, [task.id])).get(task.id) ?? NOTHING_BELOW
  const { assignments: openChildAssignments, tasks: openChildTasks } = below
  const evidenceCount = await countEvidence(ctx, task.id)
  const own = ownParts(task).map(asGuard)
  const all = [
    ...missingForCompletion({ assignments: own, openChildTasks, openChildAssignments }),
    ...missingForReview({ assignments: own, evidenceCount, conclusion: task.conclusion }),
  ]
  // A unit that has not reported is not accepted either: said once.
  return all.filter((one, at) => {
    const said = all.findIndex((other) => other.code === one.code) < at
    return !said && !(one.code === 'task.units_not_reported' && all[0]?.code === 'task.units_not_accepted')
  })
}
