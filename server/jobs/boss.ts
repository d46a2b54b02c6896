import { PgBoss, type ConstructorOptions } from 'pg-boss'
import { env } from '@/server/env'
import { log } from '@/server/log'

/** The queue in which every timed job waits; a job's name is its singleton key, so that each is queued or running at most once. */
export const QUEUE = 'timed-jobs'
/** A run that has not said for so long that it lives is given to another worker (seconds). */
export const HEARTBEAT_SECONDS = 30
/** The longest run (seconds); longer ones count as failed and are tried again. */
export const LONGEST_RUN_SECONDS = 3_600

/**
 * A client of the queue over a small pool of its own, acting as the application role: the owner makes its tables at the start
 * (scripts/boss-schema.ts), so it neither migrates nor rebuilds indexes. `tuning` shortens its intervals in tests.
 */
export function createBoss(url: string, tuning: Partial<ConstructorOptions> = {}): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    options: '-c role=luoshi_app -c timezone=UTC',
    application_name: 'luoshi-jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
    ...tuning,
  })
  boss.on('error', (error) => log().error({ err: error }, 'the job queue reports a failure'))
  boss.on('warning', (warning) => log().warn({ warning }, 'the job queue warns'))
  return boss
}

const kept = globalThis as { luoshiBoss?: Promise<PgBoss> }
const START_ATTEMPTS = 10

/** The queue of this process, started at the first call and made again if it could not start. */
export function boss(): Promise<PgBoss> {
  kept.luoshiBoss ??= createBoss(env().DATABASE_URL)
    .start({ attempts: START_ATTEMPTS })
    .catch((error: unknown) => {
      delete kept.luoshiBoss
      throw error
    })
  return kept.luoshiBoss
}
