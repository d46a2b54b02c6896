import { SAME_LOOK_MINUTES, type Looks } from '@/domain/notifications/since-point'
import type { Ctx } from '@/server/context'

/** When the person looked at the desk last, and before that. Zero rows for the system: no looks. */
export async function readLooks(ctx: Ctx): Promise<Looks> {
  const rows = await ctx.tx.$queryRaw<Looks[]>`
    SELECT desk_seen_at AS "seenAt", desk_since_at AS "sinceAt" FROM people WHERE id = ${ctx.actor.personId}::uuid`
  return rows[0] ?? { seenAt: null, sinceAt: null }
}

/** Notes that the desk was looked at. Within ten minutes it is the same look: a reload keeps what is compared with. No audit entry: nothing was decided. */
export async function markDeskSeen(ctx: Ctx, _input: null): Promise<void> {
  const fresh = new Date(ctx.now.getTime() - SAME_LOOK_MINUTES * 60_000)
  await ctx.tx.$executeRaw`
    UPDATE people SET desk_since_at = desk_seen_at, desk_seen_at = ${ctx.now}
    WHERE id = ${ctx.actor.personId}::uuid AND (desk_seen_at IS NULL OR desk_seen_at <= ${fresh})`
}
