import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { mustBeHeld } from '@/domain/permissions/role-units'
import type { Role } from '@/domain/permissions/roles'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { inEffectOn } from '@/server/org/in-effect'

/**
 * Each administrator's role must have a holder on the day after this person's last: else nobody could grant, add or look again.
 * Throws refused `role.last_holder`.
 */
export async function assertStillHeld(
  ctx: Ctx,
  roles: readonly Role[],
  { without, lastDay }: { without: string; lastDay: LocalDate },
): Promise<void> {
  // One at a time, or two administrators could each take the other for the one who stays.
  if (roles.some(mustBeHeld))
    await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('luoshi.admins'))`
  for (const role of new Set(roles.filter(mustBeHeld))) {
    const others = await ctx.tx.roleGrant.findFirst({
      where: {
        role,
        personId: { not: without },
        person: { status: 'active' },
        ...inEffectOn(addDays(lastDay, 1)),
      },
      select: { id: true },
    })
    if (!others) failRefused('role.last_holder', { role })
  }
}
