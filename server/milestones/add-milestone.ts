import { z } from 'zod'
import { MILESTONE_LIMITS, milestoneSchema } from '@/domain/milestones/milestone'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { openForMilestones, readMilestoneDate } from '@/server/milestones/open-milestone'

/** A milestone of a task that went out; its date as typed. */
export const addMilestoneSchema = z.object({
  taskId: z.uuid(),
  title: milestoneSchema.shape.title,
  dueOn: z.string().trim().min(1, 'date.empty').max(40, 'date.unreadable'),
})

/** Adds a milestone by who owns the task. Never due after the task; refused where the task is not under way, or has thirty. */
export async function addMilestone(ctx: Ctx, input: z.output<typeof addMilestoneSchema>) {
  const { task, as } = await openForMilestones(ctx, input.taskId)
  const day = readMilestoneDate(ctx, input.dueOn, task)
  const dueOn = fromLocalDate(day)
  const before = await ctx.tx.milestone.count({ where: { taskId: task.id, droppedReason: null } })
  if (before >= MILESTONE_LIMITS.milestones) failRefused('milestone.too_many', { most: before })
  const { id } = await ctx.tx.milestone.create({
    data: { taskId: task.id, title: input.title, dueOn, originalDueOn: dueOn, sort: before + 1 },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'milestone.added',
    as,
    entity: 'milestone',
    entityId: id,
    taskId: task.id,
    directiveId: task.directiveId,
    after: { title: input.title, dueOn: day },
  })
  return { taskNo: task.no }
}
