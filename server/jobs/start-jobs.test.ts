import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { PgBoss } from 'pg-boss'
import { afterEach, expect, it, vi } from 'vitest'
import { createBoss, QUEUE } from '@/server/jobs/boss'
import { sendOptions, workJobs } from '@/server/jobs/start-jobs'
import type { QueuedJob } from '@/server/jobs/timed-jobs'
import { testDatabase } from '@/tests/database'
import { testWorld } from '@/tests/factories'

const LEAP_DAY = '0 0 29 2 *'
const QUICK = {
  superviseIntervalSeconds: 1,
  monitorIntervalSeconds: 1,
  cronMonitorIntervalSeconds: 1,
  cronWorkerIntervalSeconds: 1,
}
const started: PgBoss[] = []
const until = (ask: () => unknown) => vi.waitFor(ask, { timeout: 30_000, interval: 100 })

/** A process of the application, as far as jobs go. */
async function startProcess(jobs: Record<string, QueuedJob>) {
  const { db } = await testWorld()
  const boss = await createBoss((await testDatabase()).appUrl, QUICK).start()
  started.push(boss)
  await workJobs(boss, jobs, { db, zone: 'Asia/Shanghai', pollSeconds: 0.5 })
  return boss
}
const stopAll = () => Promise.all(started.splice(0).map((boss) => boss.stop({ graceful: true })))

async function queued(job: string) {
  const { db } = await testWorld()
  return db.$queryRaw<{ state: string; retryCount: number; waitSeconds: number }[]>`
    SELECT state::text, retry_count AS "retryCount", extract(epoch FROM start_after - now())::float AS "waitSeconds"
    FROM pgboss.job WHERE name = ${QUEUE} AND singleton_key = ${job}`
}
const stateOf = async (name: string) => (await testWorld()).db.jobState.findUniqueOrThrow({ where: { name } })
const asOwner = async (sql: string) => (await testWorld()).db.$executeRawUnsafe(sql)

afterEach(stopAll)

it('two processes on one database run what is asked for once', { timeout: 60_000 }, async () => {
  let running = 0
  let most = 0
  let runs = 0
  const run = async () => {
    most = Math.max(most, ++running)
    runs += 1
    await new Promise((done) => setTimeout(done, 50))
    running -= 1
  }
  const job = { run, cron: LEAP_DAY, retry: 0, atStart: true }
  const both = await Promise.all([startProcess({ count: job }), startProcess({ count: job })])
  await Promise.all(both.map((boss) => boss.send(QUEUE, { job: 'count' }, sendOptions('count', job))))
  await until(async () => {
    const rows = await queued('count')
    expect(rows.every(({ state }) => state === 'completed')).toBe(true)
    expect(runs).toBe(rows.length)
  })
  expect(most).toBe(1)
  expect(await stateOf('count')).toMatchObject({ failures: 0, failedAt: null })
})

it('what fell due while no process ran is run once, by one of them', { timeout: 60_000 }, async () => {
  let runs = 0
  const missed = { run: async () => (runs += 1), cron: '0 * * * *', retry: 0 }
  await startProcess({ missed })
  await stopAll()
  await asOwner(`UPDATE pgboss.schedule SET created_on = now() - interval '5 hours' WHERE key = 'missed'`)
  await asOwner(`UPDATE pgboss.version SET cron_on = now() - interval '4 hours'`)
  await Promise.all([startProcess({ missed }), startProcess({ missed })])
  await until(async () => expect(await queued('missed')).toMatchObject([{ state: 'completed' }]))
  expect(runs).toBe(1)
})

it(
  'a run that fails is tried again after a pause that grows, and the failure is kept until it went well',
  { timeout: 60_000 },
  async () => {
    let tries = 0
    const run = async () => {
      tries += 1
      if (tries < 3) throw new TypeError('民政部 的秘密')
    }
    await startProcess({ failing: { run, cron: LEAP_DAY, retry: 5, atStart: true } })
    const waits: number[] = []
    for (const failures of [1, 2]) {
      await until(async () =>
        expect(await queued('failing')).toMatchObject([{ state: 'retry', retryCount: failures - 1 }]),
      )
      expect(await stateOf('failing')).toMatchObject({ failures, failureKind: 'TypeError' })
      expect((await stateOf('failing')).failureRef).toMatch(/^[0-9A-F]{6}$/)
      expect(tries).toBe(failures)
      waits.push((await queued('failing'))[0]?.waitSeconds ?? 0)
      await asOwner(
        `UPDATE pgboss.job SET start_after = now() WHERE singleton_key = 'failing' AND state = 'retry'`,
      )
    }
    expect(waits[0]).toBeGreaterThan(5)
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0)
    await until(async () => expect(await queued('failing')).toMatchObject([{ state: 'completed' }]))
    expect(await stateOf('failing')).toMatchObject({ failures: 0 })
    expect((await stateOf('failing')).failedAt).not.toBeNull()
  },
)

it('a run whose process was killed is run again to its end by another', { timeout: 60_000 }, async () => {
  const child = fork(path.resolve('tests/hanging-job.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: (await testDatabase()).appUrl },
  })
  await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await queued('hanging')).toMatchObject([{ state: 'active' }])
  let ended = 0
  await startProcess({ hanging: { run: async () => (ended += 1), cron: LEAP_DAY, retry: 3 } })
  await asOwner(
    `UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE singleton_key = 'hanging'`,
  )
  await until(async () => expect(await queued('hanging')).toMatchObject([{ state: 'retry' }]))
  expect(ended).toBe(0)
  await asOwner(`UPDATE pgboss.job SET start_after = now() WHERE singleton_key = 'hanging'`)
  await until(async () => expect(await queued('hanging')).toMatchObject([{ state: 'completed' }]))
  expect(ended).toBe(1)
})
