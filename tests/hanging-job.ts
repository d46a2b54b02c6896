// A process of its own for tests: works off the queue with one job that says that it began and never ends. Killed by the test.
import { createDb } from '@/server/db'
import { createBoss } from '@/server/jobs/boss'
import { workJobs } from '@/server/jobs/start-jobs'

const url = process.env.DATABASE_URL ?? ''
const db = createDb(url, 1)
const run = async () => {
  process.send?.('running')
  await new Promise(() => {})
}
const boss = await createBoss(url).start()
const hanging = { run, cron: '0 0 29 2 *', retry: 3, atStart: true }
await workJobs(boss, { hanging }, { db, zone: 'Asia/Shanghai', pollSeconds: 0.5 })
