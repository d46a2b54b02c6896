import { isWorkingDay } from '@/domain/calendar/working-days'
import { timeOfDayIn } from '@/domain/calendar/local-date'
import type { JobRun } from '@/server/jobs/timed-jobs'
import { loadRules, todayIn } from '@/server/load-rules'
import { mailSettings } from '@/server/mail/mail-settings'
import { countDutiesOf } from '@/server/notifications/count-duties-of'
import { listMailActors } from '@/server/org/load-actor'

/** People read in one go. */
const BATCH = 25
/** 08:30 on the office's clock, in milliseconds. */
const DIGEST_AT_MS = (8 * 60 + 30) * 60_000

/**
 * On a working day from 08:30 on, writes down one digest for each person with an address who has anything to do; run again on the day it
 * adds nobody twice. Answers how many were written.
 */
export async function queueDigests({ db, now }: JobRun): Promise<number> {
  if (!mailSettings()) return 0
  const { settings, calendar } = await loadRules(db, now)
  const today = todayIn(settings, now)
  if (!isWorkingDay(today, calendar) || timeOfDayIn(now, settings.zone) < DIGEST_AT_MS) return 0
  let written = 0
  for (let after = ''; ; ) {
    const actors = await listMailActors(db, today, { after, limit: BATCH })
    const last = actors.at(-1)
    if (!last) return written
    const counts = await countDutiesOf(
      db,
      actors.map(({ actor }) => actor),
      now,
    )
    const due = actors.flatMap(({ id }, at) => (counts[at] ? [{ id, count: counts[at] }] : []))
    const { count } = await db.mailOutbox.createMany({
      skipDuplicates: true,
      data: due.map(({ id, count }) => ({
        dedupeKey: `digest:${id}:${today}`,
        personId: id,
        kind: 'digest',
        count,
        createdAt: now,
        nextTryAt: now,
      })),
    })
    written += count
    after = last.account
  }
}
