import { acknowledgeDueOn } from '@/domain/calendar/acknowledge-limit'
import { can } from '@/domain/permissions/policy'
import type { UnitKind } from '@/domain/org/unit'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { obstacleToHandDown } from '@/domain/tasks/hand-down'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { findReadableTask, readQuotes } from '@/server/tasks/get-task'
import { findTaken, listHandDownReceivers } from '@/server/tasks/hand-down-receivers'

/** What the page of handing a task down whole shows. Throws not_found for who cannot hand this task down at all. */
export async function getHandDown(ctx: Ctx, no: number, assignmentId?: string) {
  const task = await findReadableTask(ctx, no, assignmentId)
  const own = task.assignments.find(
    (one) =>
      isActiveAssignment(one.status) &&
      (assignmentId === undefined || one.id === assignmentId) &&
      can(ctx.actor, 'assignment.hand_down', one.facts),
  )
  if (!own) return failNotFound()
  const receivers = await listHandDownReceivers(ctx, own.unitId)
  const taken = await findTaken(
    ctx,
    task.id,
    receivers.map((unit) => unit.id),
  )
  const free = receivers.filter((unit) => !taken.has(unit.id))
  const { zone: _zone, ...limits } = ctx.settings
  return {
    task: { no: task.no, title: task.title, quotes: await readQuotes(ctx, task) },
    assignment: {
      id: own.id,
      version: own.version,
      unit: { name: own.unit.name, nameEn: own.unit.nameEn },
      dueOn: toLocalDateOrNull(own.dueOn),
    },
    obstacle: obstacleToHandDown(task.status, own.status),
    units: free,
    kinds: kindsOf(free.map((unit) => unit.kind)),
    already: taken.size,
    acknowledgeDueOn: acknowledgeDueOn(ctx.now, task.directive.urgency, limits, ctx.calendar),
  }
}

export type HandDownPage = Awaited<ReturnType<typeof getHandDown>>

/** How many of each kind are still free, in the order of the organisation. */
function kindsOf(kinds: readonly UnitKind[]): { kind: UnitKind; count: number }[] {
  return [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
}
