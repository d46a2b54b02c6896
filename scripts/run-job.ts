// `npm run jobs:run -- NAME`: at the server's console, runs one of the timed jobs now and says what it did and how long it took.
// It needs the settings of the running application (DATABASE_URL, or the data folder of a database that is running).
import { openDatabase } from './database'
import { applicationEnvironment } from './application'
import { exitWith, Failure } from './failure'
import { loadSettings } from './settings'

const name = process.argv[2] ?? ''
try {
  const settings = loadSettings()
  const database = await openDatabase(settings)
  try {
    Object.assign(process.env, applicationEnvironment(settings, database))
    const [{ JOBS }, { db }] = await Promise.all([
      import('../server/jobs/timed-jobs'),
      import('../server/db'),
    ])
    const job = Object.entries(JOBS).find(([known]) => known === name)?.[1]
    if (!job) throw new Failure(`Name a job: npm run jobs:run -- ${Object.keys(JOBS).join(' | ')}`)
    try {
      const started = performance.now()
      const result = await job()
      console.log(
        `${name}: ${JSON.stringify(result ?? null)} in ${Math.round(performance.now() - started)} ms`,
      )
    } finally {
      await db().$disconnect()
    }
  } finally {
    await database.stop()
  }
} catch (error) {
  exitWith(error)
}
