import { z } from 'zod'
import { can } from '@/domain/permissions/policy'
import { isOpenTask, type TaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { listLikeRequirements, type LikeRequirement } from '@/server/tasks/list-like-requirements'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { visibleTasks } from '@/server/tasks/scope'
import { readRequirementTexts } from '@/server/tasks/write-requirements'

/** A task of the same group, as far as the actor may read it. */
export type SameRequirement = {
  taskId: string
  no: number
  title: string
  status: TaskStatus
  directive: { no: number; title: string; docNumber: string | null }
  lead: { name: string; nameEn: string } | null
}

/** What the side of a task's page shows: what it is linked with, what is like it and might be, and whether this person may link. */
export type SameAndLike = {
  /** Version of the group, null where the task is in none. */
  version: number | null
  same: SameRequirement[]
  like: LikeRequirement[]
  mayLink: boolean
}

/** Members of a group that are listed. */
const LISTED = 50

/** The tasks that a person linked with each of these as the same requirement, as far as the actor may read them. */
export async function listSameRequirements(ctx: Ctx, taskIds: readonly string[]) {
  const mine = await ctx.tx.requirementMember.findMany({
    where: { taskId: { in: [...taskIds] } },
    select: { taskId: true, groupId: true, group: { select: { version: true } } },
  })
  const rows = await ctx.tx.requirementMember.findMany({
    where: { groupId: { in: [...new Set(mine.map((one) => one.groupId))] }, task: visibleTasks(ctx.actor) },
    orderBy: [{ task: { no: 'asc' } }],
    take: LISTED * Math.max(1, taskIds.length),
    select: { groupId: true, task: { select: taskSelect } },
  })
  const leads = await ctx.tx.unit.findMany({
    where: { id: { in: rows.flatMap((row) => row.task.leadUnitId ?? []) } },
    select: { id: true, name: true, nameEn: true },
  })
  const leadOf = new Map(leads.map(({ id, ...names }) => [id, names]))
  return new Map(
    mine.map(({ taskId, groupId, group }) => {
      const same = rows
        .filter((row) => row.groupId === groupId && row.task.id !== taskId)
        .slice(0, LISTED)
        .map(
          ({ task: { id, leadUnitId, ...task } }): SameRequirement => ({
            ...task,
            taskId: id,
            lead: (leadUnitId && leadOf.get(leadUnitId)) || null,
          }),
        )
      return [taskId, { version: group.version, same }]
    }),
  )
}

const taskSelect = {
  id: true,
  no: true,
  title: true,
  status: true,
  leadUnitId: true,
  directive: { select: { no: true, title: true, docNumber: true } },
} as const

/** Of which task. */
export const readAlikeSchema = z.object({ taskId: z.uuid() })

/** As below for a task by its id, a draft as well: what the card of the workspace shows. Throws not_found. */
export async function readAlike(
  ctx: Ctx,
  { taskId }: z.output<typeof readAlikeSchema>,
): Promise<SameAndLike> {
  const task = await loadTask(ctx, taskId)
  if (!task.mayRead) return failNotFound()
  const [own] = await readRequirementTexts(ctx, [taskId])
  return readSameAndLike(ctx, task, own?.text ?? '')
}

/** 同类要求 of one task, for its page; `text` is what its own sentences say. */
export async function readSameAndLike(ctx: Ctx, task: LoadedTask, text: string): Promise<SameAndLike> {
  const mayLink = isOpenTask(task.status) && can(ctx.actor, 'requirement.link', task.facts)
  const groups = await listSameRequirements(ctx, [task.id])
  const group = groups.get(task.id)
  const same = group?.same ?? []
  const known = new Set(same.map((one) => one.taskId))
  const asked = { key: task.id, text, directiveId: task.directiveId }
  const like = isOpenTask(task.status)
    ? await listLikeRequirements(ctx, [asked])
    : new Map<string, LikeRequirement[]>()
  return {
    version: same.length > 0 ? (group?.version ?? null) : null,
    same,
    like: (like.get(task.id) ?? []).filter((one) => !known.has(one.taskId)),
    mayLink,
  }
}
