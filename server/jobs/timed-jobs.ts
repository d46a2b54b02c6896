import { sealEntries } from '@/server/audit/seal-entries'
import type { Db } from '@/server/db'
import { queueDigests } from '@/server/mail/queue-digests'
import { queueUrgentMails } from '@/server/mail/queue-urgent-mails'
import { sendMails } from '@/server/mail/send-mails'
import { effectUnitChanges } from '@/server/jobs/effect-unit-changes'
import { rebuildUnitSuggestions } from '@/server/jobs/rebuild-unit-suggestions'
import { markPeriods } from '@/server/jobs/mark-periods'
import { turnLights } from '@/server/jobs/refresh-lights'
import { removeExports } from '@/server/jobs/remove-exports'
import { sendReminders } from '@/server/jobs/send-reminders'
import { runUrging } from '@/server/jobs/send-urges'
import { writeExports } from '@/server/jobs/write-exports'

/** What a timed job gets: the client and the instant as of which it acts; it reads no clock of its own. */
export type JobRun = { db: Db; now: Date }

type Run = { run: (run: JobRun) => Promise<unknown> }
/**
 * A job of the queue, so that of many processes one acts: `cron` has five fields in the office's zone; a failed run is tried again `retry`
 * times with growing pauses. Idempotent (run twice acts once) and catching up: what fell due while nobody ran is run once.
 */
export type QueuedJob = Run & { cron: string; retry: number; atStart?: boolean }
/** A light loop in each process, for what is due every second; such a job guards itself by a lock. */
export type LoopJob = Run & { everyMs: number }
export type TimedJob = QueuedJob | LoopJob

/** The timed jobs by name, a line a job; an operator may run each by hand (`npm run jobs:run -- NAME --at DATE`). */
export const JOBS = {
  'seal-entries': { run: ({ db, now }) => sealEntries(db, now), everyMs: 1_000 },
  'refresh-lights': { run: turnLights, cron: '* * * * *', retry: 2, atStart: true },
  'rebuild-unit-suggestions': { run: rebuildUnitSuggestions, cron: '17 */6 * * *', retry: 3, atStart: true },
  'mark-periods': { run: markPeriods, cron: '5 * * * *', retry: 3, atStart: true },
  'send-urges': { run: runUrging, cron: '10 8-17 * * *', retry: 3 },
  'send-reminders': { run: sendReminders, cron: '20 8-17 * * *', retry: 3 },
  'queue-digests': { run: queueDigests, cron: '30 8 * * *', retry: 5 },
  'queue-urgent-mails': { run: queueUrgentMails, cron: '* * * * *', retry: 2 },
  'send-mails': { run: sendMails, cron: '* * * * *', retry: 2 },
  'effect-unit-changes': { run: effectUnitChanges, cron: '5 0 * * *', retry: 5, atStart: true },
  'write-exports': { run: writeExports, cron: '* * * * *', retry: 2, atStart: true },
  'remove-exports': { run: removeExports, cron: '40 * * * *', retry: 3 },
} as const satisfies Record<string, TimedJob>

/** The name of a timed job. */
export type JobName = keyof typeof JOBS
