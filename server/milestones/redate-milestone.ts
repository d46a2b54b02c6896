import { z } from 'zod'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { invalid } from '@/domain/errors'
import {
  assertMilestonesOpen,
  openMilestone,
  readMilestoneDate,
  writeMilestone,
} from '@/server/milestones/open-milestone'
import { notify } from '@/server/notifications/notify'

const reason = z.string().trim().min(1, 'milestone.reason_missing').max(1000, 'milestone.text_too_long')
const which = { milestoneId: z.uuid(), version: z.coerce.number().int() }

/** Which milestone gets which date (as typed), and why. */
export const redateMilestoneSchema = z.object({
  ...which,
  dueOn: z.string().trim().min(1, 'date.empty').max(40, 'date.unreadable'),
  reason,
})
/** Which milestone is given up, and why. */
export const dropMilestoneSchema = z.object({ ...which, reason })

/** Once the task went out dates are its head's; before, they are drafted like the rest. */
function redateRight(task: { dispatchedAt: Date | null }) {
  return task.dispatchedAt ? ('milestone.redate' as const) : ('task.plan' as const)
}

/** Another date, by the owner's head or a leader: the first date stays in sight, and the lead is told. Never after the task's own date. */
export async function redateMilestone(ctx: Ctx, input: z.output<typeof redateMilestoneSchema>) {
  const { task, milestone, fresh } = await openMilestone(ctx, input)
  const as = assertCan(ctx.actor, redateRight(task), task.facts, true)
  await fresh()
  assertMilestonesOpen(task)
  const { title } = milestone
  if (milestone.doneOn) failRefused('milestone.done_already', { title })
  if (milestone.droppedReason !== null) failRefused('milestone.dropped', { title })
  const dueOn = readMilestoneDate(ctx, input.dueOn, task)
  if (dueOn === milestone.dueOn) throw invalid([{ path: 'dueOn', code: 'milestone.same_date' }])
  const lead = task.assignments.find((one) => one.part === 'lead' && isActiveAssignment(one.status))
  if (lead && task.dispatchedAt)
    await notify(ctx, {
      unitId: lead.unitId,
      event: 'milestone.redated',
      params: { no: task.no, title: task.title, milestone: title, reason: input.reason },
      taskId: task.id,
    })
  return writeMilestone(
    ctx,
    { task, milestone },
    // Before the task goes out there is no first date to keep.
    task.dispatchedAt
      ? { dueOn: fromLocalDate(dueOn) }
      : { dueOn: fromLocalDate(dueOn), originalDueOn: fromLocalDate(dueOn) },
    {
      event: 'milestone.redated',
      as,
      before: { dueOn: milestone.dueOn },
      after: { dueOn, reason: input.reason },
    },
  )
}

/** A milestone that is no longer wanted, by the owner's head or a leader: kept with its reason. */
export async function dropMilestone(ctx: Ctx, input: z.output<typeof dropMilestoneSchema>) {
  const { task, milestone, fresh } = await openMilestone(ctx, input)
  const as = assertCan(ctx.actor, redateRight(task), task.facts, true)
  await fresh()
  assertMilestonesOpen(task)
  const { title } = milestone
  if (milestone.doneOn) failRefused('milestone.done_already', { title })
  if (milestone.droppedReason !== null) failRefused('milestone.dropped', { title })
  return writeMilestone(
    ctx,
    { task, milestone },
    { droppedReason: input.reason },
    {
      event: 'milestone.dropped',
      as,
      before: { dropped: false },
      after: { dropped: true, reason: input.reason },
    },
  )
}
