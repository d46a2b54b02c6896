import { loadRules, todayIn } from '@/server/load-rules'
import type { JobRun } from '@/server/jobs/timed-jobs'
import { refreshDueLights } from '@/server/tasks/refresh-task'

const BATCH = 500

/** Turns every light that is due by now, in batches, each its own transaction; answers how many. */
export async function turnLights({ db, now }: JobRun): Promise<number> {
  const rules = await loadRules(db, now)
  const today = todayIn(rules.settings, now)
  for (let turned = 0; ; ) {
    const count = await db.$transaction((tx) => refreshDueLights({ tx, now, today, ...rules }, BATCH), {
      timeout: 60_000,
    })
    turned += count
    if (count < BATCH) return turned
  }
}
