import type { PgBoss } from 'pg-boss'
import { afterAll, expect, it, vi } from 'vitest'
import { createBoss, QUEUE } from '@/server/jobs/boss'
import { sendOptions, workJobs } from '@/server/jobs/start-jobs'
import type { QueuedJob } from '@/server/jobs/timed-jobs'
import { testDatabase } from '@/tests/database'
import { testWorld } from '@/tests/factories'

const started: PgBoss[] = []
const QUICK = {
  superviseIntervalSeconds: 1,
  monitorIntervalSeconds: 1,
  cronMonitorIntervalSeconds: 1,
  cronWorkerIntervalSeconds: 1,
}
const until = (ask: () => unknown, timeout = 60_000) => vi.waitFor(ask, { timeout, interval: 200 })

async function worker(jobs: Record<string, QueuedJob>) {
  const { db } = await testWorld()
  const boss = await createBoss((await testDatabase()).appUrl, QUICK).start()
  started.push(boss)
  await workJobs(boss, jobs, { db, zone: 'Asia/Shanghai', pollSeconds: 0.5 })
  return boss
}

afterAll(async () => {
  await Promise.all(started.map((boss) => boss.stop({ graceful: false })))
})

it('of two processes on one database one runs what is due, once', { timeout: 150_000 }, async () => {
  let runs = 0
  const job = { run: async () => (runs += 1), cron: '* * * * *', retry: 0 }
  await Promise.all([worker({ count: job }), worker({ count: job })])
  const minutes = async () => {
    const { db } = await testWorld()
    const rows = await db.$queryRaw<{ due: bigint }[]>`
      SELECT count(DISTINCT date_trunc('minute', created_on)) AS due FROM pgboss.job WHERE name = ${QUEUE} AND singleton_key = 'count'`
    return Number(rows[0]?.due)
  }
  await until(() => expect(runs).toBeGreaterThanOrEqual(1), 100_000)
  const [boss] = started
  const asked = await Promise.all(
    started.map((one) => one.send(QUEUE, { job: 'count' }, sendOptions('count', job))),
  )
  expect(asked.filter(Boolean).length).toBeLessThanOrEqual(1)
  await boss?.unschedule(QUEUE, 'count')
  const { db } = await testWorld()
  await until(async () => {
    const rows = await db.$queryRaw<{ done: bigint; all: bigint }[]>`
      SELECT count(*) FILTER (WHERE state = 'completed') AS done, count(*) AS all FROM pgboss.job WHERE name = ${QUEUE} AND singleton_key = 'count'`
    expect(Number(rows[0]?.done)).toBe(Number(rows[0]?.all))
    expect(runs).toBe(Number(rows[0]?.all))
  })
  expect(await minutes()).toBeGreaterThanOrEqual(1)
})
