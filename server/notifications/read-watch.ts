import { hasRole } from '@/domain/permissions/actor'
import { findLastCheck } from '@/server/audit/verify-audit-log'
import type { Ctx } from '@/server/context'

/** What discipline has on its desk besides duties: how the log was found when it was last verified (null: never), and its own lists that are being written out. Null for everybody else. */
export async function readWatch(ctx: Ctx) {
  if (!hasRole(ctx.actor, 'discipline')) return null
  const [last, exports] = await Promise.all([
    findLastCheck(ctx),
    ctx.tx.export.findMany({
      where: { personId: ctx.actor.personId ?? '', status: { in: ['queued', 'running'] } },
      orderBy: { id: 'asc' },
      take: RUNNING_AT_MOST,
      select: { id: true, kind: true, status: true, rows: true, total: true },
    }),
  ])
  return { last, exports }
}

/** Lines of lists being written; the page of exports has all. */
const RUNNING_AT_MOST = 5

/** What `readWatch` finds. */
export type Watch = NonNullable<Awaited<ReturnType<typeof readWatch>>>
