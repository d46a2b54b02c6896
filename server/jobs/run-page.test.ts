import { afterAll, expect, it } from 'vitest'
import { askJobRun } from './ask-job-run'
import { boss, QUEUE } from './boss'
import { countFailedJobs } from './count-failed-jobs'
import { getRunPage } from './get-run-page'
import { runTimedJob } from './run-job'
import { workJobs } from './start-jobs'
import { ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

afterAll(async () => (await boss()).stop({ graceful: false }))

it('the system administrator sees how each job goes, and nobody else does', async () => {
  const { db } = await testWorld()
  const failing = { run: () => Promise.reject(new RangeError('x')), cron: '* * * * *', retry: 1 }
  await expect(runTimedJob('send-mails', failing, { db, now: NOW })).rejects.toThrow(RangeError)
  await runTimedJob('refresh-lights', { run: async () => 3, cron: '* * * * *', retry: 1 }, { db, now: NOW })
  const page = await getRunPage(await ctxOf('sysadmin'))
  const of = (name: string) => page.jobs.find((job) => job.name === name)
  expect(of('send-mails')?.failure).toMatchObject({ kind: 'RangeError', lasting: true })
  expect(of('refresh-lights')).toMatchObject({
    failure: null,
    lastAt: expect.any(String),
    nextAt: '2020-04-10T02:01:00.000Z',
  })
  expect(of('queue-digests')?.nextAt).toBe('2020-04-11T00:30:00.000Z')
  expect(page.mail).toMatchObject({ on: false, waiting: 0 })
  expect(page.stored.database).toBeGreaterThan(1_000_000)
  expect(await countFailedJobs(await ctxOf('sysadmin'))).toBe(1)
  for (const account of ['office-head', 'secadmin', 'auditor', 'leader'])
    await expect(getRunPage(await ctxOf(account))).rejects.toMatchObject({ failure: { kind: 'forbidden' } })
})

it('runs a job at once, which is recorded; asked twice it waits once; others may not', async () => {
  const { db } = await testWorld()
  await (await boss()).createQueue(QUEUE, { policy: 'exclusive' })
  const ask = (account: string, job = 'queue-digests') => runAs(account, askJobRun, { job })
  await ask('sysadmin')
  await ask('sysadmin')
  const rows = await db.$queryRaw<
    { state: string }[]
  >`SELECT state::text FROM pgboss.job WHERE name = ${QUEUE} AND singleton_key = 'queue-digests'`
  expect(rows).toEqual([{ state: 'created' }])
  expect(await db.auditEntry.count({ where: { event: 'job.asked' } })).toBe(2)
  for (const account of ['officer', 'secadmin'])
    await expect(ask(account)).rejects.toMatchObject({ failure: { kind: 'forbidden' } })
  await expect(ask('sysadmin', 'seal-entries')).rejects.toMatchObject({ failure: { kind: 'not_found' } })
  await workJobs(await boss(), {}, { db, zone: 'Asia/Shanghai' })
})

it('a job that runs already is not started beside itself', async () => {
  const { db } = await testWorld()
  await db.$executeRaw`UPDATE pgboss.job SET state = 'active' WHERE name = ${QUEUE} AND singleton_key = 'queue-digests'`
  await db.$executeRaw`INSERT INTO pgboss.job (name, singleton_key, data, policy, state) SELECT ${QUEUE}, 'refresh-lights', '{"job":"refresh-lights"}', 'exclusive', 'active'`
  await expect(runAs('sysadmin', askJobRun, { job: 'refresh-lights' })).rejects.toMatchObject({
    failure: { code: 'jobs.running' },
  })
})
