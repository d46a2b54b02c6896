import { missingYear } from '@/domain/calendar/calendar-change'
import type { Actor } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { countFailedJobs } from '@/server/jobs/count-failed-jobs'
import { countLocked } from '@/server/org/sign-in-throttle'

/** How many of each wait. */
export type AdminCounts = { calendar: number; changes: number; failedJobs: number; locked: number }

/** What waits for administrators: jobs that fail, locked accounts, a calendar year that should be published by now, changes of units to confirm. */
export async function adminCounts(ctx: Ctx): Promise<AdminCounts> {
  const [own] = await adminCountsOf(ctx, [ctx.actor])
  return own ?? { calendar: 0, changes: 0, failedJobs: 0, locked: 0 }
}

/** The same for many people at once, in their order: each number is read once, where anybody may know it. */
export async function adminCountsOf(
  ctx: Omit<Ctx, 'actor'>,
  actors: readonly Actor[],
): Promise<AdminCounts[]> {
  const any = (may: Parameters<typeof can>[1]) => actors.some((actor) => can(actor, may))
  const missing = missingYear(ctx.today, ctx.calendar) !== null
  const changes = any('org.confirm_move')
    ? await ctx.tx.unitChange.count({ where: { status: 'proposed' } })
    : 0
  const failedJobs = any('job.run') ? await countFailedJobs(ctx) : 0
  const locked = any('account.unlock') ? await countLocked(ctx.tx, ctx.now) : 0
  return actors.map((actor) => ({
    calendar: missing && can(actor, 'calendar.manage') ? 1 : 0,
    changes: can(actor, 'org.confirm_move') ? changes : 0,
    failedJobs: can(actor, 'job.run') ? failedJobs : 0,
    locked: can(actor, 'account.unlock') ? locked : 0,
  }))
}

/** All of them together. */
export const sumOfCounts = (counts: AdminCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
