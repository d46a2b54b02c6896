import { acknowledgeDueOn, refuseDueOn } from '@/domain/calendar/acknowledge-limit'
import { can } from '@/domain/permissions/policy'
import { obstacleToHandDown } from '@/domain/tasks/hand-down'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failForbidden, failNotFound, failRefused } from '@/server/errors'
import type { BreakDownInput } from '@/server/tasks/break-down-schema'
import { dispatchTask, type SentPart } from '@/server/tasks/dispatch-task'
import { loadAssignment } from '@/server/tasks/load-task'
import { notifyUnits } from '@/server/tasks/notify-units'
import { shareWithReceivers } from '@/server/tasks/record-hand-down'
import { refreshTask, refreshTasks } from '@/server/tasks/refresh-task'
import { writeChildDrafts } from '@/server/tasks/write-child-drafts'
import { writeRequirements } from '@/server/tasks/write-requirements'

export { breakDownTaskSchema } from '@/server/tasks/break-down-schema'

/**
 * 分解下达: an assignment becomes child tasks that its unit owns. The unit's people draft them (`save`); its head sends them out in
 * one act (`dispatch`: submitted, approved and dispatched, each step in the record). Each is due within the assignment's own date and
 * cites the same sentences. Refused with the first thing that is missing.
 */
export async function breakDownTask(
  ctx: Ctx,
  input: BreakDownInput,
): Promise<{ taskNo: number; drafts: number; sent: number; units: number }> {
  const { assignment, task } = await loadAssignment(ctx, input.assignmentId, { lock: true })
  const child = {
    ...task.facts,
    officeOwned: false,
    ownerUnitId: assignment.unitId,
    status: 'draft',
  } as const
  if (!can(ctx.actor, 'task.draft', child)) return task.mayRead ? failForbidden() : failNotFound()
  const obstacle = obstacleToHandDown(task.status, assignment.status)
  if (obstacle) return failRefused(obstacle.code, obstacle.params)
  const drafts = await writeChildDrafts(ctx, { task, assignment, rows: input.rows })
  if (input.intent === 'save') return { taskNo: task.no, drafts: drafts.length, sent: 0, units: 0 }
  if (!can(ctx.actor, 'task.dispatch', child)) return failForbidden()
  if (drafts.length === 0) return failRefused('cascade.no_child_tasks')
  const { zone: _zone, ...limits } = ctx.settings
  const how = {
    directiveId: task.directiveId,
    parentDueOn: toLocalDateOrNull(assignment.dueOn),
    acknowledgeDueOn: acknowledgeDueOn(ctx.now, task.directive.urgency, limits, ctx.calendar),
    refuseDueOn: refuseDueOn(ctx.now, limits, ctx.calendar),
  }
  const sent: SentPart[] = []
  for (const id of drafts) sent.push(...(await dispatchTask(ctx, id, how)))
  await shareWithReceivers(ctx, task.directiveId, assignment.unitId, sent)
  const units = await notifyUnits(ctx, task.directive, sent, how.acknowledgeDueOn)
  await writeRequirements(ctx, drafts)
  await refreshTasks(ctx, drafts)
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no, drafts: 0, sent: drafts.length, units }
}
