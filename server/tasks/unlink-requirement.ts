import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { loadTask } from '@/server/tasks/load-task'
import { assertVersion } from '@/server/versions'

/** The task that leaves its group, with the group's version as the person saw it. */
export const unlinkRequirementSchema = z.object({ taskId: z.uuid(), version: z.coerce.number().int() })

/**
 * 取消认定: takes a task out of its group; a group of one is none. A task in no group stays so, as if it had been taken out before. Throws
 * not_found, forbidden; conflict where the group changed since it was seen.
 */
export async function unlinkRequirement(
  ctx: Ctx,
  input: z.output<typeof unlinkRequirementSchema>,
): Promise<{ taskNo: number; already: boolean }> {
  const task = await loadTask(ctx, input.taskId, { lock: true })
  const as = assertCan(ctx.actor, 'requirement.link', task.facts, task.mayRead)
  const [group] = await ctx.tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT g.id, g.version FROM requirement_groups g JOIN requirement_members m ON m.group_id = g.id
    WHERE m.task_id = ${task.id}::uuid FOR UPDATE OF g`
  if (!group) return { taskNo: task.no, already: true }
  await assertVersion(ctx, { entityId: task.id, actual: group.version, expected: input.version })
  const members = await ctx.tx.requirementMember.findMany({
    where: { groupId: group.id, taskId: { not: task.id } },
    orderBy: { task: { no: 'asc' } },
    select: { task: { select: { no: true } } },
  })
  await ctx.tx.requirementMember.delete({ where: { taskId: task.id } })
  if (members.length < 2) await ctx.tx.requirementGroup.delete({ where: { id: group.id } })
  else
    await ctx.tx.requirementGroup.update({
      where: { id: group.id },
      data: { version: { increment: 1 } },
      select: { id: true },
    })
  await recordAudit(ctx, {
    event: 'task.requirement_unlinked',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { same: members.map((one) => `T${one.task.no}`) },
  })
  return { taskNo: task.no, already: false }
}
