import { acknowledgeDueOn, refuseDueOn } from '@/domain/calendar/acknowledge-limit'
import type { LocalDate } from '@/domain/calendar/local-date'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import { invalid } from '@/domain/errors'
import { HAND_DOWN_AT_MOST, obstacleToDate, obstacleToHandDown } from '@/domain/tasks/hand-down'
import type { Ctx } from '@/server/context'
import { fromLocalDate, fromLocalDateOrNull, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { findTaken, listHandDownReceivers } from '@/server/tasks/hand-down-receivers'
import type { HandDownInput } from '@/server/tasks/hand-down-schema'
import type { LoadedAssignment } from '@/server/tasks/load-task'
import { openAssignment } from '@/server/tasks/open-for-act'
import { recordHandDown, shareWithReceivers, tellReceivers } from '@/server/tasks/record-hand-down'
import { refreshTask } from '@/server/tasks/refresh-task'

export { handDownTaskSchema } from '@/server/tasks/hand-down-schema'

type Result = { taskNo: number; units: number; acknowledgeDueOn: LocalDate }

/**
 * 整项下达: the head of a unit that took its assignment on passes it to units below it, or to the local departments that it
 * guides, in one act for many. Each gets an assignment of its own below the unit's. Those that carry the task already are left
 * out where all of a kind were meant, and refused by name where one of them was. A later act may add more units.
 */
export async function handDownTask(ctx: Ctx, input: HandDownInput): Promise<Result> {
  const { assignment, task, as } = await openAssignment(ctx, input, 'assignment.hand_down')
  const obstacle = obstacleToHandDown(task.status, assignment.status)
  if (obstacle) return failRefused(obstacle.code, obstacle.params)
  const dueOn = dateFor(ctx, input.dueOn, assignment)
  const units = await chooseUnits(ctx, task.id, assignment.unitId, input)
  const { zone: _zone, ...limits } = ctx.settings
  const acknowledge = acknowledgeDueOn(ctx.now, task.directive.urgency, limits, ctx.calendar)
  const made = await ctx.tx.assignment.createManyAndReturn({
    data: units.map((unit) => ({
      taskId: task.id,
      unitId: unit.id,
      part: 'local' as const,
      parentAssignmentId: assignment.id,
      weight: input.weights[unit.id] ?? 1,
      note: input.note,
      dueOn: fromLocalDateOrNull(dueOn),
      originalDueOn: fromLocalDateOrNull(dueOn),
      dispatchedAt: ctx.now,
      acknowledgeDueOn: fromLocalDate(acknowledge),
      refuseDueOn: fromLocalDate(refuseDueOn(ctx.now, limits, ctx.calendar)),
    })),
    select: { id: true, unitId: true },
  })
  await shareWithReceivers(ctx, task.directiveId, assignment.unitId, made)
  await recordHandDown(ctx, { task, assignment, as, made, units, dueOn, note: input.note })
  await tellReceivers(ctx, { task, assignment, made, acknowledgeDueOn: acknowledge })
  await refreshTask(
    ctx,
    task.id,
    made.map((one) => one.id),
  )
  return { taskNo: task.no, units: made.length, acknowledgeDueOn: acknowledge }
}

/** The date as typed, the own one where nothing was; refused after the own, or gone by. */
function dateFor(ctx: Ctx, typed: string, assignment: LoadedAssignment): LocalDate | null {
  const own = toLocalDateOrNull(assignment.dueOn)
  const read = typed === '' ? { date: own } : parseTypedDate(typed, ctx.today, ctx.calendar)
  if ('error' in read) throw invalid([{ path: 'dueOn', code: read.error }])
  const obstacle = obstacleToDate(read.date, own, ctx.today)
  if (obstacle) throw invalid([{ path: 'dueOn', ...obstacle }])
  return read.date
}

/** The units that were meant, each once. Throws invalid where none is left, or one was named that cannot be given it. */
async function chooseUnits(ctx: Ctx, taskId: string, unitId: string, { kinds, unitIds }: HandDownInput) {
  const offered = await listHandDownReceivers(ctx, unitId)
  const named = new Set(unitIds)
  const meant = offered.filter((unit) => named.has(unit.id) || kinds.includes(unit.kind))
  if (meant.filter((unit) => named.has(unit.id)).length < named.size)
    return failRefused('cascade.unit_not_below')
  const taken = await findTaken(
    ctx,
    taskId,
    meant.map((unit) => unit.id),
  )
  const twice = meant.find((unit) => taken.has(unit.id) && named.has(unit.id))
  if (twice) return failRefused('task.unit_already_on_task', { unit: twice.name })
  const units = meant.filter((unit) => !taken.has(unit.id))
  if (units.length === 0) throw invalid([{ path: 'unitIds', code: 'cascade.choose_units' }])
  if (units.length > HAND_DOWN_AT_MOST) failRefused('cascade.too_many', { max: HAND_DOWN_AT_MOST })
  return units
}
