import { createHash } from 'node:crypto'
import { fromPrisma } from 'pg-boss'
import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { boss, QUEUE } from '@/server/jobs/boss'
import { sendOptions } from '@/server/jobs/start-jobs'
import { JOBS, type TimedJob } from '@/server/jobs/timed-jobs'

/** The job to run now. */
export const askJobRunSchema = z.object({ job: z.string().max(60) })

/**
 * 立即运行: puts the job into the queue in the same transaction as its entry in the record; one that waits to be tried again is due at once.
 * Throws forbidden, not found, and refused `jobs.running` while it runs already.
 */
export async function askJobRun(ctx: Ctx, { job }: z.output<typeof askJobRunSchema>): Promise<void> {
  const as = assertMay(ctx.actor, 'job.run')
  const found: TimedJob | undefined = Object.entries(JOBS).find(([name]) => name === job)?.[1]
  if (!found || !('cron' in found)) return failNotFound()
  const queue = await boss()
  const db = fromPrisma(ctx.tx)
  const sent = await queue.send(QUEUE, { job }, { ...sendOptions(job, found), db })
  if (!sent) {
    const { updated } = await queue.update(QUEUE, { job }, { singletonKey: job, startAfter: 0, db })
    if (updated === 0) return failRefused('jobs.running')
  }
  await recordAudit(ctx, { event: 'job.asked', as, entity: 'job', entityId: jobId(job), after: { job } })
}

/** Jobs have names, entries of the record have ids: the same name is always the same id. */
function jobId(job: string): string {
  const hex = createHash('sha256').update(`job:${job}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
