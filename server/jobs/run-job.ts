import { randomBytes } from 'node:crypto'
import type { JobRun, TimedJob } from '@/server/jobs/timed-jobs'
import { log } from '@/server/log'

/** A loop that goes well notes so no more often than this. */
const NOTE_EVERY_MS = 60_000
const noted = new Map<string, number>()

/**
 * Runs a job once and keeps how it went in its row of `job_states`. A failure is thrown on (the queue tries again) after it was logged
 * under a reference that the administrator sees; the row keeps the kind of failure only, since a message may hold business text.
 */
export async function runTimedJob(name: string, job: TimedJob, run: JobRun): Promise<unknown> {
  const quiet = 'everyMs' in job
  const begun = performance.now()
  if (!quiet) await note(run, name, { startedAt: run.now })
  try {
    const result = await job.run(run)
    if (!quiet || isNoteDue(name, run.now)) {
      const durationMs = Math.round(performance.now() - begun)
      await note(run, name, { startedAt: run.now, succeededAt: new Date(), durationMs, failures: 0 })
    }
    return result
  } catch (error) {
    const failureRef = randomBytes(3).toString('hex').toUpperCase()
    log().error({ err: error, job: name, ref: failureRef }, 'a job failed')
    noted.delete(name)
    await note(run, name, { failedAt: new Date(), failureRef, failureKind: kindOf(error) }, 1)
    throw error
  }
}

type Note = {
  startedAt?: Date
  succeededAt?: Date
  durationMs?: number
  failedAt?: Date
  failureRef?: string
  failureKind?: string
  failures?: number
}

/** A row that cannot be written stops no job: the log has the failure. */
async function note({ db }: JobRun, name: string, data: Note, more = 0): Promise<void> {
  const update = more ? { ...data, failures: { increment: more } } : data
  await db.jobState
    .upsert({ where: { name }, create: { name, failures: more, ...data }, update, select: { name: true } })
    .catch((error: unknown) => log().error({ err: error, job: name }, 'how a job went could not be kept'))
}

function isNoteDue(name: string, now: Date): boolean {
  const last = noted.get(name)
  if (last !== undefined && now.getTime() - last < NOTE_EVERY_MS) return false
  noted.set(name, now.getTime())
  return true
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' ? `${error.name} ${code}` : error.name
}
