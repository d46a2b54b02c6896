import type { DraftRows } from '@/domain/directives/draft/diff'
import { can } from '@/domain/permissions/policy'
import { obstacleToDate, obstacleToHandDown } from '@/domain/tasks/hand-down'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import type { Place } from '@/server/directives/workspace/place'
import { failRefused } from '@/server/errors'
import { listHandDownReceivers } from '@/server/tasks/hand-down-receivers'
import { loadAssignment, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'
import { loadExcerpt } from './load-excerpt'

/** A task that a unit breaks its assignment down into, as the policy sees it before it exists. */
export function childFacts(task: Pick<LoadedTask, 'facts'>, ownerUnitId: string) {
  return { ...task.facts, officeOwned: false, ownerUnitId, status: 'draft' } as const
}

/**
 * An assignment opened for breaking down, its task locked: by the people of its unit, while it may be handed down. Throws not_found,
 * forbidden, refused. Rows may name units below it alone, and dates up to its own that are not past.
 */
export async function openBreakdown(ctx: Ctx, assignmentId: string) {
  const { assignment, task } = await loadAssignment(ctx, assignmentId, { lock: true })
  const child = childFacts(task, assignment.unitId)
  const as = assertCan(ctx.actor, 'task.draft', child, task.mayRead)
  const obstacle = obstacleToHandDown(task.status, assignment.status)
  if (obstacle) return failRefused(obstacle.code, obstacle.params)
  const place: Place = {
    directiveId: task.directiveId,
    assignmentId: assignment.id,
    ownerUnitId: assignment.unitId,
    as,
    load: () => loadExcerpt(ctx, { task, assignment }),
    assertRows: (rows) => assertOfUnit(ctx, assignment, rows),
  }
  return { place, task, assignment, mayDispatch: can(ctx.actor, 'task.dispatch', child) }
}

/** Refuses units that are not below this one, and dates that are after its own or past. */
export async function assertOfUnit(
  ctx: Ctx,
  { unitId, dueOn }: Pick<LoadedAssignment, 'unitId' | 'dueOn'>,
  { tasks }: Pick<DraftRows, 'tasks'>,
): Promise<void> {
  const meant = tasks.flatMap((task) =>
    task.parts.flatMap((one) => (one.confirmed && one.unitId ? [one.unitId] : [])),
  )
  if (meant.length > 0) {
    const offered = new Set((await listHandDownReceivers(ctx, unitId)).map((unit) => unit.id))
    if (meant.some((id) => !offered.has(id))) failRefused('cascade.unit_not_below')
  }
  const own = toLocalDateOrNull(dueOn)
  for (const task of tasks) {
    const against = task.dueOn ? obstacleToDate(task.dueOn, own, ctx.today) : null
    if (against && task.status === 'draft') failRefused(against.code, against.params)
  }
}
