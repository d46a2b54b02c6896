import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { env } from '@/server/env'
import { createBoss, QUEUE } from '@/server/jobs/boss'
import { JOBS, type JobName, type TimedJob } from '@/server/jobs/timed-jobs'
import { mailSettings } from '@/server/mail/mail-settings'
import { unsureMails } from '@/server/mail/unsure-mails'

type Queued = { job: string; state: 'created' | 'retry' | 'active'; retries: number; at: Date }

/** What 运行 shows: how each job goes, what waits in the queue and in the outbox, what is stored. No content. Throws forbidden. */
export async function getRunPage(ctx: Ctx) {
  assertMay(ctx.actor, 'job.run')
  const [states, queued, mail, [stored]] = await Promise.all([
    ctx.tx.jobState.findMany(),
    ctx.tx.$queryRaw<Queued[]>`
      SELECT singleton_key AS job, state::text AS state, retry_count AS retries, start_after AS at FROM pgboss.job
      WHERE name = ${QUEUE} AND state IN ('created', 'retry', 'active') AND singleton_key IS NOT NULL`,
    readMail(ctx),
    ctx.tx.$queryRaw<{ database: bigint; files: bigint; bytes: bigint; unsealed: number }[]>`
      SELECT pg_database_size(current_database()) AS database, (SELECT count(*) FROM stored_files) AS files,
        (SELECT COALESCE(sum(size), 0) FROM stored_files)::bigint AS bytes, (SELECT count(*)::int FROM audit_pending) AS unsealed`,
  ])
  const jobs = Object.entries(JOBS).map(([name, job]) => {
    const state = states.find((one) => one.name === name)
    const waiting = queued.find((one) => one.job === name)
    return {
      name: name as JobName,
      queued: 'cron' in job,
      lastAt: state?.succeededAt?.toISOString() ?? null,
      durationMs: state?.durationMs ?? null,
      nextAt: nextRun(job, ctx)?.toISOString() ?? null,
      running: waiting?.state === 'active',
      retry: waiting?.state === 'retry' ? { times: waiting.retries + 1, at: waiting.at.toISOString() } : null,
      failure: state?.failedAt
        ? {
            at: state.failedAt.toISOString(),
            ref: state.failureRef ?? '',
            kind: state.failureKind ?? '',
            lasting: state.failures > 0,
          }
        : null,
    }
  })
  return {
    jobs,
    depth: {
      waiting: queued.filter(({ state }) => state !== 'active').length,
      active: queued.filter(({ state }) => state === 'active').length,
    },
    mail,
    stored: {
      database: Number(stored?.database ?? 0),
      files: Number(stored?.files ?? 0),
      bytes: Number(stored?.bytes ?? 0),
      unsealed: stored?.unsealed ?? 0,
    },
  }
}

export type RunPage = Awaited<ReturnType<typeof getRunPage>>
export type RunJob = RunPage['jobs'][number]

const MONTH_MS = 30 * 86_400_000

async function readMail(ctx: Ctx) {
  const { mailOutbox } = ctx.tx
  const month = { gte: new Date(ctx.now.getTime() - MONTH_MS) }
  const unknown = unsureMails(ctx.now)
  const [waiting, givenUp, unsure, doubled, last] = await Promise.all([
    mailOutbox.count({ where: { sentAt: null, givenUpAt: null, NOT: unknown } }),
    mailOutbox.count({ where: { givenUpAt: month } }),
    mailOutbox.count({ where: unknown }),
    mailOutbox.count({ where: { sentAt: month, unsure: { gt: 0 } } }),
    mailOutbox.findFirst({
      where: { lastError: { not: null } },
      orderBy: { createdAt: 'desc' },
      select: { lastError: true, createdAt: true, person: { select: { account: true } } },
    }),
  ])
  const error = last && {
    text: last.lastError ?? '',
    account: last.person.account,
    at: last.createdAt.toISOString(),
  }
  return { on: mailSettings() !== null, waiting, givenUp, unsure, doubled, error }
}

/** When a queued job is due next, on the office's clock. */
function nextRun(job: TimedJob, ctx: Ctx): Date | null {
  if (!('cron' in job)) return null
  const clock = createBoss(env().DATABASE_URL)
  const [next] = clock.previewSchedule(job.cron, { tz: ctx.settings.zone, from: ctx.now, count: 1 })
  return next ?? null
}
