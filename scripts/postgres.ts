// The PostgreSQL that comes along: a real server from npm packages, in the data folder, on loopback, with passwords that were
// generated. Started, used again where it runs already, and stopped by whoever started it.
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Failure, isDiskFull } from './failure'
import { freePort } from './ports'
import { runCommand } from './processes'
import { findPlaces, makeOwnFolder, type PostgresPlaces } from './postgres-binaries'
import { ensureRoles, readPasswords, type Passwords } from './postgres-roles'
import { alive, readServerFile, startedByOther, stopServer } from './postgres-process'

const MEGABYTE = 1024 * 1024
const NEEDED_MEGABYTES = 200
const START_WITHIN_MS = 30_000

/** Settings of a server whose data need not survive a crash: tests. */
export const FAST_AND_FORGETFUL = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
]

export type Postgres = {
  port: number
  /** The role that owns the database and runs migrations. */
  ownerUrl: string
  /** The role the application connects as. */
  appUrl: string
  /** For tests alone: what only a superuser may do. */
  superuserUrl: string
  clusterDir: string
  /** Folder of the cluster and, where it had to lie elsewhere, of all that belongs to it. */
  folders: string[]
  /** Stops the server unless another program that still runs had started it. */
  stop: () => Promise<void>
}

type Options = {
  dataDir: string
  /** Settings of the server beyond the usual ones, such as `fsync=off` in tests. */
  settings?: string[]
  /** Called before the first database is made, which takes a second or two. */
  onFirst?: (folder: string) => void
}

/** Starts the server of a data folder, making its cluster and roles on first use. Throws `Failure` with what to do. */
export async function startPostgres({ dataDir, settings = [], onFirst }: Options): Promise<Postgres> {
  const places = findPlaces(dataDir)
  const passwords = readPasswords(dataDir, existsSync(path.join(places.clusterDir, 'PG_VERSION')))
  if (!existsSync(path.join(places.clusterDir, 'PG_VERSION'))) {
    onFirst?.(places.clusterDir)
    await initialise(places, dataDir, passwords.superuser)
  }
  checkVersion(places)
  const running = await findRunning(places, passwords)
  const port = running ?? (await launch(places, dataDir, passwords, settings))
  const keep = running !== null && startedByOther(dataDir)
  if (!keep) writeFileSync(path.join(dataDir, 'postgres.starter'), String(process.pid))
  const stop = async () => {
    if (!keep) await stopServer(places.clusterDir)
  }
  try {
    await ensureRoles(urlOf('postgres', passwords.superuser, port, 'postgres'), passwords)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    port,
    ownerUrl: urlOf('luoshi_owner', passwords.owner, port, 'luoshi'),
    appUrl: urlOf('luoshi_app', passwords.app, port, 'luoshi'),
    superuserUrl: urlOf('postgres', passwords.superuser, port, 'luoshi'),
    clusterDir: places.clusterDir,
    folders: [places.elsewhere ?? places.clusterDir],
    stop,
  }
}

const urlOf = (user: string, password: string, port: number, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`

/** Makes the cluster beside its final place and renames it, so that an interrupted first start leaves nothing half-made. */
async function initialise(places: PostgresPlaces, dataDir: string, password: string): Promise<void> {
  const { bavail, bsize } = statfsSync(path.dirname(places.clusterDir))
  if ((bavail * bsize) / MEGABYTE < NEEDED_MEGABYTES) throw diskFull(dataDir)
  const unfinished = places.clusterDir + '.unfinished'
  const passwordFolder = places.clusterDir + '.password'
  rmSync(unfinished, { recursive: true, force: true })
  makeOwnFolder(unfinished, places.runAs)
  makeOwnFolder(passwordFolder, places.runAs)
  const passwordFile = path.join(passwordFolder, 'superuser')
  writeFileSync(passwordFile, password + '\n', { mode: 0o644 }) // the folder is closed to all but its owner
  try {
    const args = [
      '-D',
      unfinished,
      '-U',
      'postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
    ]
    args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8')
    const env = { ...process.env, LC_ALL: 'C', HOME: unfinished }
    const { code, output } = await runCommand(places.initdb, [...args, '--no-instructions'], {
      ...places.runAs,
      cwd: unfinished,
      env,
    }).catch((error: Error) => {
      throw new Failure(`PostgreSQL's initdb cannot run here: ${error.message}`)
    })
    if (code !== 0) {
      if (isDiskFull(new Error(output))) throw diskFull(dataDir)
      throw new Failure(`The database could not be made in ${places.clusterDir}:\n${output.trim()}`)
    }
    renameSync(unfinished, places.clusterDir)
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const diskFull = (dataDir: string) =>
  new Failure(
    `The disk that holds ${dataDir} is full: the database needs ${NEEDED_MEGABYTES} MB to begin with. Free some space, or set LUOSHI_DATA_DIR to a folder on another disk.`,
  )

function checkVersion({ clusterDir, postgres }: PostgresPlaces): void {
  let data: string
  try {
    data = readFileSync(path.join(clusterDir, 'PG_VERSION'), 'utf8').trim()
  } catch {
    throw new Failure(
      `The database in ${clusterDir} belongs to another user. Run this as that user (or as root), or set LUOSHI_DATA_DIR to another folder.`,
    )
  }
  const program = /(\d+)\./.exec(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1]
  if (program && program !== data) {
    throw new Failure(
      `The database in ${clusterDir} was made by PostgreSQL ${data}, this is ${program}. docs/operations.md, "Upgrading", says how to carry it over.`,
    )
  }
}

/** The port of a server that already runs on this cluster; null where none does, after clearing away a stale pid file. */
async function findRunning({ clusterDir }: PostgresPlaces, passwords: Passwords): Promise<number | null> {
  const server = readServerFile(clusterDir)
  if (!server) return null
  for (let waited = 0; alive(server.pid) && waited < 10_000; waited += 200) {
    if (await answers(server.port, passwords.superuser)) return server.port
    await sleep(200)
  }
  if (!alive(server.pid)) {
    rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true })
    return null
  }
  throw new Failure(
    `A PostgreSQL server (process ${server.pid}) holds ${clusterDir} but does not answer on port ${server.port}. End that process, then run this again.`,
  )
}

async function launch(places: PostgresPlaces, dataDir: string, passwords: Passwords, settings: string[]) {
  const port = await freePort()
  const logFile = path.join(dataDir, 'postgres.log')
  const log = openSync(logFile, 'w', 0o600)
  const usual = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC']
  const flags = [...usual, ...settings].flatMap((setting) => ['-c', setting])
  const child = spawn(places.postgres, ['-D', places.clusterDir, '-p', String(port), ...flags], {
    ...places.runAs,
    cwd: places.clusterDir,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C', HOME: places.clusterDir },
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  child.unref()
  for (const begun = performance.now(); performance.now() - begun < START_WITHIN_MS; await sleep(40)) {
    if (ended) break
    if (await answers(port, passwords.superuser)) return port
  }
  if (child.pid && !ended) process.kill(child.pid, 'SIGQUIT')
  const output = existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''
  if (isDiskFull(new Error(output))) throw diskFull(dataDir)
  const reason =
    output
      .split('\n')
      .filter((line) => /FATAL|PANIC|could not/.test(line))
      .at(-1) ?? 'it gave no reason'
  throw new Failure(`The database did not start: ${reason.trim()} (more in ${logFile})`)
}

/** True when the server lets the superuser in; throws where it refuses the password, which no waiting mends. */
async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf('postgres', password, port, 'postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Failure(
        'The database refuses the password in postgres.json of the data folder: that file belongs to another database. Put the right one back from a backup.',
      )
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
