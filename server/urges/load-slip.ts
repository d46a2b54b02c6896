import type { Permission } from '@/domain/permissions/policy'
import type { Grant } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import type { UrgeStatus } from '@/domain/urges/lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { loadTasks, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'
import { readsSlip } from '@/server/urges/scope'

/** A slip with its urges, each with its assignment and task. With `lock`, the tasks' rows and then the slip's. Throws not_found. */
export async function loadSlip(ctx: Ctx, slipId: string, { lock = false }: { lock?: boolean } = {}) {
  const known = await ctx.tx.urge.findMany({
    where: { slipId },
    select: { assignmentId: true, assignment: { select: { taskId: true } } },
  })
  const tasks = await loadTasks(
    ctx,
    known.map((one) => one.assignment.taskId),
    { lock, assignmentIds: known.map((one) => one.assignmentId) },
  )
  if (lock) await ctx.tx.$queryRaw`SELECT id FROM urge_slips WHERE id = ${slipId}::uuid FOR UPDATE`
  const slip = await ctx.tx.urgeSlip.findUnique({
    where: { id: slipId },
    include: {
      unit: { select: { id: true, code: true, name: true, nameEn: true } },
      urges: { orderBy: { id: 'asc' } },
    },
  })
  if (!slip) return failNotFound()
  const items = slip.urges.flatMap((urge) => {
    const task = tasks.find((one) => one.assignments.some((part) => part.id === urge.assignmentId))
    const assignment = task?.assignments.find((part) => part.id === urge.assignmentId)
    return task && assignment ? [{ urge, task, assignment }] : []
  })
  return { slip, items, mayRead: readsSlip(ctx.actor, slip) }
}

export type LoadedSlip = Awaited<ReturnType<typeof loadSlip>>
export type SlipItemLoaded = {
  urge: LoadedSlip['items'][number]['urge']
  task: LoadedTask
  assignment: LoadedAssignment
}

/** A part that was given to another unit is not this one's to answer for: the slip stands for the rest; all of them once none is open. */
function stillCounting<T extends { urge: { status: UrgeStatus } }>(items: readonly T[]): readonly T[] {
  const open = items.filter(({ urge }) => urge.status === 'sent' || urge.status === 'lapsed')
  return open.length > 0 ? open : items
}

/** May the actor do this to the slip: to each of its assignments that still count. Throws not_found, forbidden. */
export function assertCanOnSlip(
  ctx: Ctx,
  { items, mayRead }: LoadedSlip,
  permission: Extract<Permission, 'urge.send' | 'urge.draft_answer' | 'urge.sign_answer'>,
): Grant | null {
  const counting = stillCounting(items)
  if (counting.length === 0) return failNotFound()
  const grants = counting.map(({ assignment, task }) =>
    assertCan(ctx.actor, permission, assignment.facts, mayRead && task.mayRead),
  )
  return grants[0] ?? null
}

/** Whether a page offers it. */
export function canOnSlip(
  ctx: Ctx,
  { items }: LoadedSlip,
  permission: Extract<Permission, 'urge.send' | 'urge.draft_answer' | 'urge.sign_answer'>,
): boolean {
  const counting = stillCounting(items)
  return (
    counting.length > 0 && counting.every(({ assignment }) => can(ctx.actor, permission, assignment.facts))
  )
}
