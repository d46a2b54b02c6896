import { missingYear } from '@/domain/calendar/calendar-change'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { countFailedJobs } from '@/server/jobs/count-failed-jobs'
import { countLocked } from '@/server/org/sign-in-throttle'

/** How many of each wait. */
export type AdminCounts = { calendar: number; changes: number; failedJobs: number; locked: number }

/** What waits for administrators: jobs that fail, locked accounts, a calendar year that should be published by now, changes of units to confirm. */
export async function adminCounts(ctx: Ctx): Promise<AdminCounts> {
  const missing = can(ctx.actor, 'calendar.manage') && missingYear(ctx.today, ctx.calendar) !== null
  const changes = can(ctx.actor, 'org.confirm_move')
    ? await ctx.tx.unitChange.count({ where: { status: 'proposed' } })
    : 0
  const failedJobs = can(ctx.actor, 'job.run') ? await countFailedJobs(ctx) : 0
  const locked = can(ctx.actor, 'account.unlock') ? await countLocked(ctx.tx, ctx.now) : 0
  return { calendar: missing ? 1 : 0, changes, failedJobs, locked }
}
