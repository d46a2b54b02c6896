// `npm run bench`: runs bench/*.bench.ts one after another on the production build, with a database of its own that is as durable as
// a real one. Each gets BENCH_URL (the application), DATABASE_URL (its role), DATABASE_MIGRATION_URL (the owner) and the process ids to
// measure, BENCH_SERVER_PID and BENCH_POSTGRES_PID. `npm run bench -- task-list` runs those whose name contains it.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureClient } from './build'
import { exitWith, Failure } from './failure'
import { readServerFile } from './postgres-process'
import { mustRun, ROOT, typescript } from './processes'
import { step } from './progress'
import { isStopping, shutDown, stopOnSignals } from './shutdown'
import { forgetSettings, makeTrialFolder, startTrialApplication, startTrialServer } from './trial'

function findBenches(wanted = ''): string[] {
  const folder = path.join(ROOT, 'bench')
  const all = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.bench.ts'))
        .sort()
    : []
  const chosen = all.filter((name) => name.includes(wanted))
  if (chosen.length === 0)
    throw new Failure(`No bench is called "${wanted}"; there are ${all.join(', ') || 'none'}.`)
  return chosen.map((name) => `bench/${name}`)
}

async function runBenches(files: string[]): Promise<void> {
  forgetSettings()
  const folder = makeTrialFolder('bench')
  await ensureClient()
  const server = await startTrialServer(folder)
  const application = await startTrialApplication(folder, server)
  const env = {
    ...process.env,
    LUOSHI_MODE: 'demo',
    LUOSHI_DATA_DIR: application.dataDir,
    LUOSHI_SECRET: application.secret,
    DATABASE_URL: server.appUrl,
    DATABASE_MIGRATION_URL: server.ownerUrl,
    BENCH_URL: application.url,
    BENCH_SERVER_PID: String(application.child.pid ?? ''),
    BENCH_POSTGRES_PID: String(readServerFile(server.clusterDir)?.pid ?? ''),
  }
  for (const file of files) {
    await step(file, () => mustRun(file, process.execPath, typescript(file), { env, output: 'show' }))
  }
}

stopOnSignals(130)
try {
  await runBenches(findBenches(process.argv[3]))
  await shutDown()
  process.exit(0)
} catch (error) {
  if (isStopping()) await new Promise(() => {}) // the signal's handler ends the program
  await shutDown()
  exitWith(error)
}
