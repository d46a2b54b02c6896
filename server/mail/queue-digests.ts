import { isWorkingDay } from '@/domain/calendar/working-days'
import { timeOfDayIn } from '@/domain/calendar/local-date'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import type { JobRun } from '@/server/jobs/timed-jobs'
import { loadRules, todayIn } from '@/server/load-rules'
import { mailSettings } from '@/server/mail/mail-settings'
import { dutiesSql } from '@/server/notifications/duties'
import { listMailActors } from '@/server/org/load-actor'

/** People whose duties are counted in one query. */
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
    const counts = actors.map(({ actor, id }) => {
      const ctx: Ctx = { actor, tx: db as unknown as Ctx['tx'], now, today, settings, calendar, address: '' }
      return Prisma.sql`SELECT ${id}::uuid AS id, count(*)::int AS count FROM (${dutiesSql(ctx)}) AS duties`
    })
    const found = await db.$queryRaw<{ id: string; count: number }[]>(Prisma.join(counts, ' UNION ALL '))
    const due = found.filter(({ count }) => count > 0)
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
