// `npm run jobs:run -- NAME [--at DATE]`: at the server's console, runs one of the timed jobs as if it were then (a day, or a day and a
// time on the office's clock; without it now), and says what it did and how long it took.
// It needs the settings of the running application (DATABASE_URL, or the data folder of a database that is running).
import { parseArgs } from 'node:util'
import { openDatabase } from './database'
import { applicationEnvironment } from './application'
import { exitWith, Failure } from './failure'
import { loadSettings } from './settings'

const usage = (names: string[]) =>
  `Name a job: npm run jobs:run -- NAME [--at 2020-04-10 | 2020-04-10T08:30]\n  NAME is one of ${names.join(', ')}`

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { at: { type: 'string' } } })
  const settings = loadSettings()
  const database = await openDatabase(settings)
  try {
    Object.assign(process.env, applicationEnvironment(settings, database))
    const [{ JOBS }, { runTimedJob }, { jobInstant }, { loadRules }, { db }] = await Promise.all([
      import('../server/jobs/timed-jobs'),
      import('../server/jobs/run-job'),
      import('../server/jobs/job-instant'),
      import('../server/load-rules'),
      import('../server/db'),
    ])
    const [name = ''] = positionals
    const job = Object.entries(JOBS).find(([known]) => known === name)?.[1]
    if (!job) throw new Failure(usage(Object.keys(JOBS)))
    try {
      const { zone } = (await loadRules(db(), new Date())).settings
      const now = values.at === undefined ? new Date() : jobInstant(values.at, zone)
      if (!now) throw new Failure(`"${values.at}" is no day or time. ${usage(Object.keys(JOBS))}`)
      const begun = performance.now()
      const result = await runTimedJob(name, job, { db: db(), now })
      console.log(`${name}: ${JSON.stringify(result ?? null)} in ${Math.round(performance.now() - begun)} ms`)
    } finally {
      await db().$disconnect()
    }
  } finally {
    await database.stop()
  }
}

try {
  await run()
} catch (error) {
  exitWith(error)
}
