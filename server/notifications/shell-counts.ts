import { cache } from 'react'
import { hasRole } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'
import { adminCounts, sumOfCounts } from '@/server/org/admin-counts'
import { countDuties } from '@/server/notifications/duties'
import { countDecisions } from '@/server/notifications/list-decisions'

/** The numbers of the shell, of things to do only: the badge, the review queue, the sign-offs, slips to answer or to raise, a leader's decisions. */
export const shellCounts = cache(async (ctx: Ctx) => {
  const counts = await countDuties(ctx)
  const todo = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const decisions = hasRole(ctx.actor, 'leader', 'office_head') ? countDecisions(counts) : 0
  const admin = await adminCounts(ctx)
  return {
    ...admin,
    todo: todo + sumOfCounts(admin),
    review: counts.review ?? 0,
    signoff: counts.sign_off ?? 0,
    urges: (counts.answer_urge ?? 0) + (counts.raise_urge ?? 0),
    decisions,
  }
})
