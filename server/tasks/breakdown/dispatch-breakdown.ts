import { z } from 'zod'
import { acknowledgeDueOn, refuseDueOn } from '@/domain/calendar/acknowledge-limit'
import { maySubmit } from '@/domain/tasks/submission-check'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { endEdits } from '@/server/directives/workspace/edit-list'
import { failMissing } from '@/server/directives/workspace/fail-missing'
import { checksOf } from '@/server/directives/workspace/submission-facts'
import { taskRefsSchema } from '@/server/directives/workspace/task-refs'
import { failForbidden, failRefused } from '@/server/errors'
import { dispatchTask, type SentPart } from '@/server/tasks/dispatch-task'
import { notifyUnits } from '@/server/tasks/notify-units'
import { shareWithReceivers } from '@/server/tasks/record-hand-down'
import { refreshTask, refreshTasks } from '@/server/tasks/refresh-task'
import { writeRequirements } from '@/server/tasks/write-requirements'
import { failStale } from '@/server/versions'
import { assertOfUnit, openBreakdown } from './open-breakdown'

/** The drafts of a breakdown as their reader saw them on the check page. */
export const dispatchBreakdownSchema = z.object({ assignmentId: z.uuid(), tasks: taskRefsSchema })

/**
 * 审定并下达 by the unit's head: drafts go out in one act (submitted, approved and dispatched, each step in the record); the undo list ends. Refused
 * with what the check-list blocks; conflict where a draft is not as it was seen.
 */
export async function dispatchBreakdown(
  ctx: Ctx,
  input: z.output<typeof dispatchBreakdownSchema>,
): Promise<{ taskNo: number; sent: number; units: number }> {
  const { place, task, assignment, mayDispatch } = await openBreakdown(ctx, input.assignmentId)
  if (!mayDispatch) return failForbidden()
  const draft = await place.load()
  const chosen = draft.tasks.filter((one) => input.tasks.some((ref) => ref.id === one.id))
  for (const ref of input.tasks) {
    const now = chosen.find((one) => one.id === ref.id)
    if (now?.version !== ref.version) return failStale(ctx, ref.id)
    if (now.status !== 'draft') return failRefused('workspace.task_sent', { no: now.no })
  }
  const checks = await checksOf(ctx, draft, chosen)
  if (!maySubmit(checks)) return failMissing(draft, checks)
  await assertOfUnit(ctx, assignment, { tasks: chosen })
  const { zone: _zone, ...limits } = ctx.settings
  const how = {
    directiveId: task.directiveId,
    parentDueOn: toLocalDateOrNull(assignment.dueOn),
    acknowledgeDueOn: acknowledgeDueOn(ctx.now, task.directive.urgency, limits, ctx.calendar),
    refuseDueOn: refuseDueOn(ctx.now, limits, ctx.calendar),
  }
  const ids = chosen.map((one) => one.id)
  const sent: SentPart[] = []
  for (const id of ids) sent.push(...(await dispatchTask(ctx, id, how)))
  await shareWithReceivers(ctx, task.directiveId, assignment.unitId, sent)
  const units = await notifyUnits(ctx, task.directive, sent, how.acknowledgeDueOn)
  await writeRequirements(ctx, ids)
  await endEdits(ctx, place)
  await refreshTasks(ctx, ids)
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no, sent: ids.length, units }
}
