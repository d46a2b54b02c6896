import type { Role } from '@/domain/permissions/roles'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'

/** The people who hold the role today, at any unit; without the actor: nobody is told of their own act. */
export async function holdersOf(ctx: Ctx, role: Role): Promise<string[]> {
  const today = fromLocalDate(ctx.today)
  const rows = await ctx.tx.roleGrant.findMany({
    where: {
      role,
      validFromOn: { lte: today },
      OR: [{ validToOn: null }, { validToOn: { gte: today } }],
      person: { status: 'active' },
    },
    distinct: ['personId'],
    select: { personId: true },
  })
  return rows.map((row) => row.personId).filter((id) => id !== ctx.actor.personId)
}
