import { z } from 'zod'
import { obstacleToLink } from '@/domain/tasks/requirement-link'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'

/** The task, and the one that asks for the same. */
export const linkRequirementsSchema = z.object({ taskId: z.uuid(), otherId: z.uuid() })

/** Answer of linking and unlinking: the group as it now stands, null where the task is in none. */
export type LinkResult = { taskNo: number; otherNo: number; already: boolean }

/**
 * 认定为同一要求: puts two tasks in one group; groups that meet become one. The same link asked for twice acts once. Throws not_found, forbidden;
 * refused where one is closed or of another owner.
 */
export async function linkRequirements(
  ctx: Ctx,
  { taskId, otherId }: z.output<typeof linkRequirementsSchema>,
): Promise<LinkResult> {
  await lockTasks(ctx, [taskId, otherId])
  const [task, as] = await loadLinkable(ctx, taskId)
  const [other] = await loadLinkable(ctx, otherId)
  const obstacle = obstacleToLink(task, other)
  if (obstacle) return failRefused(`requirement.${obstacle}`, { no: other.no })
  const [mine, theirs] = [await groupOf(ctx, taskId), await groupOf(ctx, otherId)]
  const answer = { taskNo: task.no, otherNo: other.no }
  if (mine && mine === theirs) return { ...answer, already: true }
  const groupId =
    mine ?? theirs ?? (await ctx.tx.requirementGroup.create({ data: {}, select: { id: true } })).id
  if (mine && theirs) {
    await ctx.tx.requirementMember.updateMany({ where: { groupId: theirs }, data: { groupId: mine } })
    await ctx.tx.requirementGroup.delete({ where: { id: theirs } })
  }
  const added = [mine ? null : taskId, theirs ? null : otherId].filter((id) => id !== null)
  await ctx.tx.requirementMember.createMany({
    data: added.map((id) => ({
      taskId: id,
      groupId,
      linkedById: ctx.actor.personId ?? '',
      linkedAt: ctx.now,
    })),
  })
  await ctx.tx.requirementGroup.update({
    where: { id: groupId },
    data: { version: { increment: 1 } },
    select: { id: true },
  })
  await auditLink(ctx, task, other, as)
  await auditLink(ctx, other, task, as)
  return { ...answer, already: false }
}

/** Locks both rows, in one order whoever comes first, so that two links at once never make two groups. */
async function lockTasks(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx.$queryRaw`SELECT id FROM tasks WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
}

async function loadLinkable(ctx: Ctx, id: string): Promise<[LoadedTask, Grant | null]> {
  const task = await loadTask(ctx, id)
  return [task, assertCan(ctx.actor, 'requirement.link', task.facts, task.mayRead)]
}

/** The group of a task, locked: what joins or leaves it queues here. */
async function groupOf(ctx: Ctx, taskId: string): Promise<string | null> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT g.id FROM requirement_groups g JOIN requirement_members m ON m.group_id = g.id WHERE m.task_id = ${taskId}::uuid FOR UPDATE OF g`
  return rows[0]?.id ?? null
}

async function auditLink(ctx: Ctx, task: LoadedTask, other: LoadedTask, as: Grant | null): Promise<void> {
  await recordAudit(ctx, {
    event: 'task.requirement_linked',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    after: { same: `T${other.no}` },
  })
}
