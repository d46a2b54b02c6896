import { acknowledgeDueOn, refuseDueOn } from '@/domain/calendar/acknowledge-limit'
import type { Grant } from '@/domain/permissions/actor'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { isOpenTask, UNDISPATCHED_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { rehangBelow } from '@/server/tasks/branch-below'
import { endRequests } from '@/server/tasks/end-requests'
import { listHandDownReceivers } from '@/server/tasks/hand-down-receivers'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import type { Replaced } from '@/server/tasks/tell-replaced'
import { findReceivers } from '@/server/tasks/receivers'
import { assertNoReportAwaits, writeAssignment } from '@/server/tasks/write-task'

type Replacement = {
  task: LoadedTask
  assignment: LoadedAssignment
  unitId: string
  reason: string
  as: Grant | null
}

/**
 * Gives an assignment to another unit: the old one stays as replaced with its history, a new one takes its part and
 * dates and is to be acknowledged afresh. The caller has authorised it, refreshes the task and tells both units (`tellReplaced`).
 */
export async function replaceAssignment(
  ctx: Ctx,
  { task, assignment, unitId, reason, as }: Replacement,
): Promise<Replaced> {
  const status = nextAssignmentStatus(assignment.status, 'replace')
  const gone = UNDISPATCHED_TASK_STATUSES.includes(task.status) || !isOpenTask(task.status)
  if (!status || gone) return failRefused('task.cannot_reassign', { status: assignment.status })
  await assertNoReportAwaits(ctx, assignment.id)
  const unit = await loadReceiver(ctx, task, assignment, unitId)

  // First the old one leaves its place: a task has at most one active lead at any moment.
  await writeAssignment(ctx, assignment, { status, closeReason: reason })
  const { zone: _zone, ...limits } = ctx.settings
  const taken = await ctx.tx.assignment.create({
    data: {
      taskId: task.id,
      unitId: unit.id,
      part: assignment.part,
      parentAssignmentId: assignment.parentAssignmentId,
      weight: assignment.weight,
      dueOn: assignment.dueOn,
      originalDueOn: assignment.originalDueOn,
      dispatchedAt: ctx.now,
      acknowledgeDueOn: fromLocalDate(
        acknowledgeDueOn(ctx.now, task.directive.urgency, limits, ctx.calendar),
      ),
      refuseDueOn: fromLocalDate(refuseDueOn(ctx.now, limits, ctx.calendar)),
    },
    select: { id: true },
  })
  await ctx.tx.assignment.update({ where: { id: assignment.id }, data: { replacedById: taken.id } })
  await rehangBelow(ctx, assignment, { id: taken.id, unit }, as)
  await shareDirective(ctx, task.directiveId, assignment.unitId, unit.id)
  await recordReplacement(ctx, { task, assignment, as, reason, unit, takenId: taken.id })
  await endRequests(ctx, { assignmentIds: [assignment.id], end: 'replaced', reason, as })
  return { task, fromUnitId: assignment.unitId, to: unit, reason }
}

type Receiver = { id: string; name: string }

async function loadReceiver(ctx: Ctx, task: LoadedTask, old: LoadedAssignment, unitId: string) {
  const unit = (await findReceivers(ctx, [unitId])).get(unitId)
  if (!unit) return failRefused('task.unit_not_found')
  if (old.parentAssignment) {
    const offered = await listHandDownReceivers(ctx, old.parentAssignment.unitId)
    if (!offered.some((one) => one.id === unit.id)) return failRefused('cascade.unit_not_below')
  }
  if (unit.external && old.part === 'lead') return failRefused('task.lead_external')
  const taken = await ctx.tx.assignment.findFirst({
    where: { taskId: task.id, unitId: unit.id, status: { not: 'replaced' } },
    select: { id: true },
  })
  if (taken) return failRefused('task.unit_already_on_task', { unit: unit.name })
  return unit
}

/** The new unit reads of the directive what the old one did. */
async function shareDirective(ctx: Ctx, directiveId: string, fromUnitId: string, toUnitId: string) {
  const given = await ctx.tx.directiveDistribution.findUnique({
    where: { directiveId_unitId: { directiveId, unitId: fromUnitId } },
    select: { extent: true },
  })
  await ctx.tx.directiveDistribution.createMany({
    data: [{ directiveId, unitId: toUnitId, extent: given?.extent ?? 'excerpt' }],
    skipDuplicates: true,
  })
}

type Recorded = Omit<Replacement, 'unitId'> & { unit: Receiver; takenId: string }

async function recordReplacement(ctx: Ctx, { task, assignment, as, reason, unit, takenId }: Recorded) {
  const about = { as, taskId: task.id, directiveId: task.directiveId }
  await recordAudit(ctx, {
    ...about,
    event: 'assignment.replaced',
    entity: 'assignment',
    entityId: assignment.id,
    unitId: assignment.unitId,
    before: { status: assignment.status, unit: assignment.unit.name },
    after: { status: 'replaced', part: assignment.part, unit: unit.name, reason },
  })
  await recordAudit(ctx, {
    ...about,
    event: 'assignment.dispatched',
    entity: 'assignment',
    entityId: takenId,
    unitId: unit.id,
    before: null,
    after: { status: 'awaiting_acknowledgement', part: assignment.part, unit: unit.name },
  })
}
