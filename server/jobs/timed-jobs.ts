import { db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { log } from '@/server/log'
import { rebuildUnitSuggestions } from '@/server/jobs/rebuild-unit-suggestions'
import { sealEntries } from '@/server/audit/seal-entries'
import { refreshDueLights } from '@/server/tasks/refresh-task'

const SEAL_EVERY_MS = 1_000
const LIGHTS_EVERY_MS = 60_000
const LEARN_EVERY_MS = 6 * 3_600_000
/** The first learning waits until the process answers requests. */
const LEARN_AFTER_MS = 30_000
const BATCH = 500

const kept = globalThis as { luoshiJobs?: NodeJS.Timeout[] }

/** Starts what the process does by the clock: sealing the record every second, turning lights every minute. Once per process. */
export function startTimedJobs(): void {
  if (kept.luoshiJobs) return
  kept.luoshiJobs = [
    every(SEAL_EVERY_MS, 'seal-entries', () => sealEntries(db(), new Date())),
    every(LIGHTS_EVERY_MS, 'refresh-lights', turnLights),
    every(LEARN_EVERY_MS, 'rebuild-unit-suggestions', learnUnits),
  ]
  void turnLights().catch((error: unknown) =>
    log().error({ err: error, job: 'refresh-lights' }, 'a job failed'),
  )
  const first = setTimeout(() => {
    learnUnits().catch((error: unknown) =>
      log().error({ err: error, job: 'rebuild-unit-suggestions' }, 'a job failed'),
    )
  }, LEARN_AFTER_MS)
  first.unref()
}

/** The jobs that an operator may start by hand (`npm run jobs:run -- NAME`), each safe to run at any time and twice. */
export const JOBS = {
  'seal-entries': () => sealEntries(db(), new Date()),
  'refresh-lights': turnLights,
  'rebuild-unit-suggestions': learnUnits,
} as const satisfies Record<string, () => Promise<unknown>>

/** Learns from dispatched work who leads what; for the suggestions of the next decompositions. */
async function learnUnits() {
  const now = new Date()
  const rules = await loadRules(db(), now)
  return rebuildUnitSuggestions(db(), { now, today: todayIn(rules.settings, now) })
}

/** Turns every light that is due by now, in batches. */
async function turnLights(): Promise<void> {
  const now = new Date()
  const client = db()
  const rules = await loadRules(client, now)
  const today = todayIn(rules.settings, now)
  for (;;) {
    const count = await client.$transaction((tx) => refreshDueLights({ tx, today, ...rules }, BATCH), {
      timeout: 60_000,
    })
    if (count < BATCH) return
  }
}

/** A run starts only when the one before it ended; a failure is logged and the next run tries again. */
function every(ms: number, job: string, run: () => Promise<unknown>): NodeJS.Timeout {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    run()
      .catch((error: unknown) => log().error({ err: error, job }, 'a job failed'))
      .finally(() => (running = false))
  }, ms)
  timer.unref()
  return timer
}
