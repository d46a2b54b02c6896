import type { Role } from '@/domain/permissions/roles'
import type { Ctx } from '@/server/context'
import { inEffectOn } from '@/server/org/in-effect'

/** The active people who hold a role now: whom a step of a bulletin goes to. */
export async function holdersOf(ctx: Ctx, role: Role): Promise<string[]> {
  const people = await ctx.tx.person.findMany({
    where: { status: 'active', grants: { some: { role, ...inEffectOn(ctx.today) } } },
    select: { id: true },
  })
  return people.map((one) => one.id)
}
