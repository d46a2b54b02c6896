import type { Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import type { Db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { dutiesSql } from '@/server/notifications/duties'
import { adminCountsOf, sumOfCounts } from '@/server/org/admin-counts'

/** Actors whose duties are counted in one query. */
const BATCH = 25

/** How many things each of these people has to do, in the order given, as `shellCounts` counts them: a query for every 25. */
export async function countDutiesOf(db: Db, actors: readonly Actor[], now: Date): Promise<number[]> {
  const rules = await loadRules(db, now)
  const today = todayIn(rules.settings, now)
  const shared = { tx: db as unknown as Ctx['tx'], now, today, ...rules, address: '' }
  const counts: number[] = []
  for (let at = 0; at < actors.length; at += BATCH) {
    const parts = actors.slice(at, at + BATCH).map((actor, place) => {
      const ctx: Ctx = { actor, ...shared }
      return Prisma.sql`SELECT ${place}::int AS place, count(*)::int AS count FROM (${dutiesSql(ctx)}) AS duties`
    })
    const rows = await db.$queryRaw<{ place: number; count: number }[]>(Prisma.join(parts, ' UNION ALL '))
    for (const { place, count } of rows) counts[at + place] = count
  }
  const admin = await adminCountsOf(shared, actors)
  return admin.map((one, at) => (counts[at] ?? 0) + sumOfCounts(one))
}
