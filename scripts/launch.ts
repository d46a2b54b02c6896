// What `npm start` and `npm run dev` do, in order.
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Settings } from '../server/env'
import { applicationEnvironment, choosePort, startApplication } from './application'
import { ensureBuild, ensureClient } from './build'
import { migrateDatabase, openDatabase, type Database } from './database'
import { exitWith } from './failure'
import { mustRun, typescript } from './processes'
import { say, seconds, step } from './progress'
import { loadSettings } from './settings'
import { isStopping, onShutdown, shutDown, stopOnSignals } from './shutdown'

/** Starts everything and keeps it running until a signal comes. Ends the program with one clear line where it cannot. */
export async function launch(kind: 'start' | 'dev'): Promise<void> {
  const begun = performance.now()
  stopOnSignals(0)
  try {
    const wanted = loadSettings()
    say(`Luoshi 落实 (${wanted.LUOSHI_MODE})`)
    const opening = openDatabase(wanted)
    // Known before it is open: a signal in between must not leave a server behind.
    onShutdown(() =>
      opening.then(
        (opened) => opened.stop(),
        () => {},
      ),
    )
    const database = await opening
    await migrateDatabase(database)
    await ensureClient()
    if (kind === 'start') await ensureBuild()
    const settings = await choosePort(wanted)
    await fillDatabase(settings, database)
    const application = await startApplication(settings, database, kind)
    application.child.once('exit', async (code) => {
      if (isStopping()) return
      await shutDown()
      exitWith(new Error(`The application ended by itself (exit code ${code}).`))
    })
    say(`✓ Started (${seconds(performance.now() - begun)})\n`)
    await sayWhereAndWho(settings, application.url)
  } catch (error) {
    if (isStopping()) return
    await shutDown()
    exitWith(error)
  }
}

/** The official working calendars; in demo the demo organisation, once; in production the first administrators' one-time links. */
export async function fillDatabase(settings: Settings, database: Database): Promise<void> {
  const env = applicationEnvironment(settings, database)
  const fill = (...what: string[]) =>
    mustRun('Filling the database', process.execPath, typescript('scripts/fill-database.ts', ...what), {
      env,
    })
  if (settings.LUOSHI_MODE === 'production') {
    const links = await fill('administrators')
    if (links.trim()) say('\n' + links.trimEnd() + '\n')
  } else if (await isSeeded(settings, database)) await fill()
  else {
    await step('Filling in the demo organisation', () => fill('demo'))
    writeFileSync(seedStamp(settings), new Date().toISOString() + '\n')
  }
}

const seedStamp = (settings: Settings) => path.join(settings.LUOSHI_DATA_DIR, 'demo-seeded')

/** Seeding adds what is missing, so an interrupted one is run again; the note in the data folder saves doing so every time. */
async function isSeeded(settings: Settings, database: Database): Promise<boolean> {
  if (!existsSync(seedStamp(settings))) return false
  const client = new pg.Client({ connectionString: database.migrationUrl })
  await client.connect()
  const { rows } = await client.query<{ filled: boolean }>('SELECT EXISTS (SELECT FROM people) AS filled')
  await client.end()
  return rows[0]?.filled ?? false
}

async function sayWhereAndWho(settings: Settings, url: string): Promise<void> {
  if (settings.LUOSHI_MODE === 'demo') {
    const { demoAccounts, DEMO_PASSWORD } = await import('../prisma/seed-accounts')
    say(`Demo accounts (made-up people; the sign-in page has a button for each), password ${DEMO_PASSWORD}:`)
    for (const { account, role, nameEn, unit } of demoAccounts()) {
      say(`  ${account.padEnd(20)} ${role.padEnd(20)} ${nameEn}, ${unit}`)
    }
    say('')
  }
  say(`Open ${settings.LUOSHI_PUBLIC_URL ?? url}   (Ctrl-C stops everything)`)
}
