import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { notify } from '@/server/notifications/notify'
import type { LoadedTask } from '@/server/tasks/load-task'

/**
 * Tells the leaders in charge that an urge reached the third level, each once a slip: of office tasks the responsible leader, else those in
 * whose portfolio the unit is, else every leader; of what a unit handed down, the heads of that unit.
 */
export async function notifyLeaders(
  ctx: Ctx,
  unitId: string,
  slipNo: number,
  tasks: readonly LoadedTask[],
): Promise<void> {
  const named = tasks.flatMap((task) => task.responsibleLeaderId ?? [])
  const others = tasks.filter((task) => !task.responsibleLeaderId)
  const [inCharge, leaders, heads] = await Promise.all([
    others.some((task) => task.officeOwned)
      ? ctx.tx.portfolioUnit.findMany({ where: { unitId }, select: { personId: true } })
      : [],
    others.some((task) => task.officeOwned) ? holders(ctx, 'leader') : [],
    holders(
      ctx,
      'unit_head',
      others.filter((task) => !task.officeOwned).map((task) => task.ownerUnitId),
    ),
  ])
  const ofUnit = inCharge.length > 0 ? inCharge : leaders
  const people = [
    ...new Set([...named, ...ofUnit.map((one) => one.personId), ...heads.map((one) => one.personId)]),
  ]
  const [first] = tasks
  const unit = await ctx.tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } })
  await notify(
    ctx,
    ...people.map((personId) => ({
      personId,
      event: 'urge.escalated',
      params: {
        slip: slipNo,
        unit: unit.name,
        count: tasks.length,
        no: first?.no ?? 0,
        title: first?.title ?? '',
      },
      taskId: tasks.length === 1 ? first?.id : undefined,
    })),
  )
}

async function holders(ctx: Ctx, role: 'leader' | 'unit_head', unitIds?: readonly string[]) {
  if (unitIds?.length === 0) return []
  const today = fromLocalDate(ctx.today)
  return ctx.tx.roleGrant.findMany({
    where: {
      role,
      ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
      validFromOn: { lte: today },
      OR: [{ validToOn: null }, { validToOn: { gte: today } }],
      person: { status: 'active' },
    },
    select: { personId: true },
  })
}
