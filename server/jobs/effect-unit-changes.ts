import { fromLocalDate } from '@/server/dates'
import type { JobRun } from '@/server/jobs/timed-jobs'
import { loadRules, todayIn } from '@/server/load-rules'
import { effectUnitChange } from '@/server/org/unit-change/effect-unit-change'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

const BATCH = 50

/** Carries out the confirmed changes of units whose day has come, each in its own transaction; answers how many. */
export async function effectUnitChanges({ db, now }: JobRun): Promise<number> {
  const { settings } = await loadRules(db, now)
  const due = await db.unitChange.findMany({
    where: { status: 'confirmed', effectiveOn: { lte: fromLocalDate(todayIn(settings, now)) } },
    orderBy: [{ effectiveOn: 'asc' }, { no: 'asc' }],
    take: BATCH,
    select: { id: true },
  })
  const actor = systemActor('effect-unit-changes')
  for (const { id } of due)
    await runCommand(actor, (ctx) => effectUnitChange(ctx, id, null), null, {
      name: 'effect-unit-change',
      now,
      db,
    })
  return due.length
}
