import { missingYear } from '@/domain/calendar/calendar-change'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'

/** What waits for administrators: a calendar year that should be published by now, changes of units to confirm. */
export async function adminCounts(ctx: Ctx): Promise<{ calendar: number; changes: number }> {
  const missing = can(ctx.actor, 'calendar.manage') && missingYear(ctx.today, ctx.calendar) !== null
  const changes = can(ctx.actor, 'org.confirm_move')
    ? await ctx.tx.unitChange.count({ where: { status: 'proposed' } })
    : 0
  return { calendar: missing ? 1 : 0, changes }
}
