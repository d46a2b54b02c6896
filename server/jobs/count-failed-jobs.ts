import type { Ctx } from '@/server/context'

/** How many jobs have failed since they last went well: a to-do of the system administrator. */
export async function countFailedJobs(ctx: Pick<Ctx, 'tx'>): Promise<number> {
  return ctx.tx.jobState.count({ where: { failures: { gt: 0 } } })
}
