import type { PgBoss } from 'pg-boss'
import { db as appDb, type Db } from '@/server/db'
import { boss, HEARTBEAT_SECONDS, LONGEST_RUN_SECONDS, QUEUE } from '@/server/jobs/boss'
import { JOBS, type QueuedJob, type TimedJob } from '@/server/jobs/timed-jobs'
import { runTimedJob } from '@/server/jobs/run-job'
import { loadRules } from '@/server/load-rules'
import { log } from '@/server/log'

type Jobs = Record<string, TimedJob>
type Queued = { job: string }

/** Pauses before a failed run is tried again: this many seconds, doubling, up to five minutes. */
const RETRY_DELAY_SECONDS = 10
const RETRY_DELAY_MAX_SECONDS = 300
const POLL_SECONDS = 5
/** Jobs that one process runs at the same time. */
const AT_ONCE = 2

const kept = globalThis as { luoshiJobs?: NodeJS.Timeout[] }

/** Starts what the process does by the clock, once per process: loops in memory, everything else through the queue. */
export function startTimedJobs(): void {
  if (kept.luoshiJobs) return
  kept.luoshiJobs = startLoops(JOBS, appDb())
  startQueue().catch((error: unknown) => log().fatal({ err: error }, 'the job queue did not start'))
}

async function startQueue(): Promise<void> {
  const db = appDb()
  const { settings } = await loadRules(db, new Date())
  await workJobs(await boss(), JOBS, { db, zone: settings.zone })
}

/** How a queued run is tried again. */
export function sendOptions(job: string, { retry }: QueuedJob) {
  return {
    singletonKey: job,
    retryLimit: retry,
    retryDelay: RETRY_DELAY_SECONDS,
    retryBackoff: true,
    retryDelayMax: RETRY_DELAY_MAX_SECONDS,
  }
}

/**
 * Enters the jobs' schedules in the queue (those no longer in the table leave it) and works off what is due. Any number of processes may
 * do so: each due run acts once; a run whose process died is given to another. What fell due while none ran is run once.
 */
export async function workJobs(
  queue: PgBoss,
  jobs: Jobs,
  { db, zone, pollSeconds = POLL_SECONDS }: { db: Db; zone: string; pollSeconds?: number },
): Promise<void> {
  const settings = { heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: LONGEST_RUN_SECONDS }
  await queue.createQueue(QUEUE, { policy: 'exclusive', ...settings })
  await queue.updateQueue(QUEUE, settings)
  const scheduled = await queue.getSchedules(QUEUE)
  for (const { key } of scheduled) if (!isQueued(jobs[key])) await queue.unschedule(QUEUE, key)
  for (const [job, of] of Object.entries(jobs)) {
    if (!isQueued(of)) continue
    const options = sendOptions(job, of)
    await queue.schedule(QUEUE, of.cron, { job }, { ...options, key: job, tz: zone, missed: 'once' })
    if (of.atStart) await queue.send(QUEUE, { job }, options)
  }
  await queue.work<Queued>(
    QUEUE,
    { localConcurrency: AT_ONCE, pollingIntervalSeconds: pollSeconds },
    async ([queued]) => {
      const job = queued && jobs[queued.data.job]
      if (job) await runTimedJob(queued.data.job, job, { db, now: new Date() })
    },
  )
}

const isQueued = (job: TimedJob | undefined): job is QueuedJob => job !== undefined && 'cron' in job

function startLoops(jobs: Jobs, db: Db): NodeJS.Timeout[] {
  return Object.entries(jobs).flatMap(([name, job]) =>
    'everyMs' in job ? [loop(job.everyMs, () => runTimedJob(name, job, { db, now: new Date() }))] : [],
  )
}

/** A run starts only when the one before it ended; a failure is logged where it happened and the next run tries again. */
function loop(ms: number, run: () => Promise<unknown>): NodeJS.Timeout {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    run()
      .catch(() => {})
      .finally(() => (running = false))
  }, ms)
  timer.unref()
  return timer
}
