import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { MILESTONE_LIMITS } from '@/domain/milestones/milestone'
import { readDay } from '@/domain/registers/read-row'
import { isAcknowledged, isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failForbidden, failRefused } from '@/server/errors'
import { assertMilestonesOpen, openMilestone, writeMilestone } from '@/server/milestones/open-milestone'

/** Which milestone is done (on which day, as typed; empty: today) or not done after all, with a note. */
export const markMilestoneSchema = z.object({
  milestoneId: z.uuid(),
  version: z.coerce.number().int(),
  mark: z.enum(['done', 'undone']),
  on: z.string().trim().max(40, 'date.unreadable').default(''),
  note: z.string().trim().max(MILESTONE_LIMITS.note, 'milestone.text_too_long').default(''),
})

/** The lead says that a milestone was reached, or takes that back. Refused before it acknowledged, on a task that is not under way, for a dropped one. */
export async function markMilestone(ctx: Ctx, input: z.output<typeof markMilestoneSchema>) {
  const { task, milestone, fresh } = await openMilestone(ctx, input)
  const lead = task.assignments.find((one) => one.part === 'lead' && isActiveAssignment(one.status))
  if (!lead) return failForbidden()
  const as = assertCan(ctx.actor, 'milestone.fill', lead.facts, true)
  await fresh()
  assertMilestonesOpen(task)
  if (task.status === 'suspended') failRefused('milestone.not_open')
  if (!isAcknowledged(lead.status)) failRefused('milestone.part_not_open')
  const { title, note } = milestone
  if (milestone.droppedReason !== null) failRefused('milestone.dropped', { title })
  const before = { doneOn: milestone.doneOn, note }
  if (input.mark === 'undone') {
    if (!milestone.doneOn) failRefused('milestone.not_done', { title })
    const undone = { doneOn: null, doneAt: null, doneById: null, note: input.note }
    return writeMilestone(ctx, { task, milestone }, undone, {
      event: 'milestone.undone',
      as,
      before,
      after: { doneOn: null, note: input.note },
    })
  }
  if (milestone.doneOn) failRefused('milestone.done_already', { title })
  const doneOn = input.on === '' ? ctx.today : readDay(input.on, ctx.today)
  if (!doneOn) throw invalid([{ path: 'on', code: 'date.unreadable' }])
  if (doneOn > ctx.today) throw invalid([{ path: 'on', code: 'milestone.done_ahead' }])
  const done = {
    doneOn: fromLocalDate(doneOn),
    doneAt: ctx.now,
    doneById: ctx.actor.personId,
    note: input.note,
  }
  return writeMilestone(ctx, { task, milestone }, done, {
    event: 'milestone.done',
    as,
    before,
    after: { doneOn, dueOn: milestone.dueOn, note: input.note },
  })
}
