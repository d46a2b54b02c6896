import type { LocalDate } from '@/domain/calendar/local-date'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudits } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'

type Made = readonly { id: string; unitId: string }[]
type HandDown = { task: LoadedTask; assignment: LoadedAssignment; made: Made }

/** The receivers read of the directive what the unit that hands down received. */
export async function shareWithReceivers(
  ctx: Ctx,
  directiveId: string,
  fromUnitId: string,
  made: readonly { unitId: string }[],
): Promise<void> {
  const given = await ctx.tx.directiveDistribution.findUnique({
    where: { directiveId_unitId: { directiveId, unitId: fromUnitId } },
    select: { extent: true },
  })
  await ctx.tx.directiveDistribution.createMany({
    data: made.map(({ unitId }) => ({ directiveId, unitId, extent: given?.extent ?? 'excerpt' })),
    skipDuplicates: true,
  })
}

type Recorded = HandDown & {
  as: Grant | null
  units: readonly { id: string; name: string }[]
  dueOn: LocalDate | null
  note: string
}

/** One entry on the task for the act, one for each assignment that it made. */
export async function recordHandDown(
  ctx: Ctx,
  { task, assignment, as, made, units, dueOn, note }: Recorded,
): Promise<void> {
  const about = { as, taskId: task.id, directiveId: task.directiveId }
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  await recordAudits(ctx, [
    {
      ...about,
      event: 'task.handed_down',
      entity: 'assignment',
      entityId: assignment.id,
      unitId: assignment.unitId,
      after: { count: made.length, dueOn, note, units: units.map((unit) => unit.name) },
    },
    ...made.map(({ id, unitId }) => ({
      ...about,
      event: 'assignment.dispatched' as const,
      entity: 'assignment',
      entityId: id,
      unitId,
      before: null,
      after: { status: 'awaiting_acknowledgement', part: 'local', unit: nameOf.get(unitId) ?? '', dueOn },
    })),
  ])
}

/** Tells each receiver once. */
export async function tellReceivers(
  ctx: Ctx,
  { task, assignment, made, acknowledgeDueOn }: HandDown & { acknowledgeDueOn: LocalDate },
): Promise<void> {
  const params = {
    no: task.no,
    title: task.title,
    unit: assignment.unit.name,
    from: assignment.unit.name,
    acknowledgeDueOn,
  }
  await notify(
    ctx,
    ...made.map(({ unitId }) => ({ unitId, event: 'assignment.dispatched', params, taskId: task.id })),
  )
}
