// What tests and benches run on: a folder, a server and a demo of their own, all gone afterwards, whatever .env says.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import path from 'node:path'
import { parseSettings, SETTING_NAMES } from '../server/env'
import { startApplication, type Application } from './application'
import { ensureBuild, ensureClient } from './build'
import { migrateDatabase, type Database } from './database'
import { fillDatabase } from './launch'
import { freePort } from './ports'
import { startPostgres, type Postgres } from './postgres'
import { ROOT } from './processes'
import { onShutdown } from './shutdown'

/**
 * Forgets the operator's settings, from the environment and from .env (an empty one counts as not set). Answers the folder with
 * real directives, LUOSHI_CORPUS or one beside the clone; undefined where there is none.
 */
export function forgetSettings(): string | undefined {
  const corpus = process.env.LUOSHI_CORPUS || path.resolve(ROOT, '../shared/directives')
  for (const name of SETTING_NAMES) process.env[name] = ''
  if (!existsSync(corpus)) return undefined
  process.env.LUOSHI_CORPUS = corpus
  return corpus
}

/** A temporary folder that is removed at the end; temporary files of children go there too. */
export function makeTrialFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `luoshi-${name}-`))
  chmodSync(folder, 0o711) // root's database runs as another user, who must pass through
  onShutdown(async () => rmSync(folder, { recursive: true, force: true }))
  process.env.TMPDIR = folder
  return folder
}

const MEMORY = '/dev/shm'
const ROOM_BYTES = 4 * 1024 ** 3

/**
 * A folder in memory for a server that forgets everything anyway, removed at the end: a disk takes up to half a second for each of the hundred databases
 * of a run. Undefined where the system has none, or little memory to spare.
 */
export function makeMemoryFolder(name: string): string | undefined {
  if (!existsSync(MEMORY) || freemem() < 2 * ROOM_BYTES) return undefined
  const { bavail, bsize } = statfsSync(MEMORY)
  if (bavail * bsize < ROOM_BYTES) return undefined
  const folder = mkdtempSync(path.join(MEMORY, `luoshi-${name}-`))
  chmodSync(folder, 0o711)
  onShutdown(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A server in the folder, stopped and removed at the end. */
export async function startTrialServer(folder: string, settings: string[] = []): Promise<Postgres> {
  const starting = startPostgres({ dataDir: path.join(folder, 'server'), settings })
  // Known before it runs: a signal in between must not leave a server behind.
  onShutdown(async () => {
    const postgres = await starting.catch(() => undefined)
    await postgres?.stop()
    for (const used of postgres?.folders ?? []) rmSync(used, { recursive: true, force: true })
  })
  return starting
}

/** The production build in demo mode on that server, as `npm start` runs it, on a free port. */
export async function startTrialApplication(
  folder: string,
  server: Postgres,
): Promise<Application & { dataDir: string }> {
  await ensureClient()
  await ensureBuild()
  const dataDir = path.join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  const database: Database = { appUrl: server.appUrl, migrationUrl: server.ownerUrl, stop: async () => {} }
  const settings = parseSettings({
    LUOSHI_MODE: 'demo',
    LUOSHI_DATA_DIR: dataDir,
    LUOSHI_LOG_LEVEL: 'warn',
    LUOSHI_CORPUS: process.env.LUOSHI_CORPUS,
    PORT: String(await freePort()),
  })
  await migrateDatabase(database)
  await fillDatabase(settings, database)
  return { ...(await startApplication(settings, database)), dataDir }
}
