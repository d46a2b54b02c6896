// Fingerprints of source files, so that generating and building happen only when something they read has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './processes'

const isTest = (name: string) => /\.(test|spec)\.tsx?$/.test(name)

/** A hash over the contents and paths of files and folders (relative to the clone); tests within them do not count. */
export function fingerprint(entries: string[]): string {
  const hash = createHash('sha256')
  for (const entry of entries)
    for (const file of filesIn(entry)) hash.update(file).update(readFileSync(path.join(ROOT, file)))
  return hash.digest('hex')
}

function filesIn(entry: string): string[] {
  const full = path.join(ROOT, entry)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return isTest(entry) ? [] : [entry]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(path.join(entry, name)))
}

/** True where the stamp holds this fingerprint: the result that it stands beside is up to date. */
export function isUpToDate(stamp: string, wanted: string): boolean {
  const file = path.join(ROOT, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === wanted
}

/** Notes what a result was made from. */
export function writeStamp(stamp: string, made: string): void {
  writeFileSync(path.join(ROOT, stamp), made)
}
