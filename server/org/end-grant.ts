import type { LocalDate } from '@/domain/calendar/local-date'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'

type GrantRow = { id: string; validFromOn: Date; validToOn: Date | null }

/**
 * Ends a grant on its last day, never later than it would have ended. One that would only have begun afterwards is taken away: it was
 * never in effect. Returns false where somebody else changed it first.
 */
export async function endGrant(ctx: Ctx, grant: GrantRow, lastDay: LocalDate): Promise<boolean> {
  const { id, validToOn } = grant
  const unchanged = { id, validToOn }
  const ends = toLocalDateOrNull(validToOn)
  if (toLocalDate(grant.validFromOn) > lastDay) {
    return (await ctx.tx.roleGrant.deleteMany({ where: unchanged })).count > 0
  }
  if (ends !== null && ends <= lastDay) return true
  const data = { validToOn: fromLocalDate(lastDay) }
  return (await ctx.tx.roleGrant.updateMany({ where: unchanged, data })).count > 0
}
