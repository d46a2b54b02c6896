import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { notify } from '@/server/notifications/notify'
import type { SlipItemLoaded } from '@/server/urges/load-slip'

type Urged = { id: string; name: string }

/**
 * Tells the leaders in charge that an urge reached the third level, each once a slip: of office tasks the responsible leader, else those in
 * whose portfolio the unit is, else every leader; of what a unit handed down, the heads of that unit.
 */
export async function notifyLeaders(
  ctx: Ctx,
  unit: Urged,
  slipNo: number,
  items: readonly Pick<SlipItemLoaded, 'task'>[],
): Promise<void> {
  const named = items.flatMap(({ task }) => (task.responsibleLeaderId ? [task.responsibleLeaderId] : []))
  const others = items.filter(({ task }) => !task.responsibleLeaderId)
  const [inCharge, leaders, heads] = await Promise.all([
    others.some(({ task }) => task.officeOwned)
      ? ctx.tx.portfolioUnit.findMany({ where: { unitId: unit.id }, select: { personId: true } })
      : [],
    others.some(({ task }) => task.officeOwned) ? holders(ctx, 'leader') : [],
    holders(
      ctx,
      'unit_head',
      others.filter(({ task }) => !task.officeOwned).map(({ task }) => task.ownerUnitId),
    ),
  ])
  const ofUnit = inCharge.length > 0 ? inCharge : leaders
  const people = [
    ...new Set([...named, ...ofUnit.map((one) => one.personId), ...heads.map((one) => one.personId)]),
  ]
  const first = items[0]?.task
  await notify(
    ctx,
    ...people.map((personId) => ({
      personId,
      event: 'urge.escalated',
      params: {
        slip: slipNo,
        unit: unit.name,
        count: items.length,
        no: first?.no ?? 0,
        title: first?.title ?? '',
      },
      taskId: items.length === 1 ? first?.id : undefined,
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
