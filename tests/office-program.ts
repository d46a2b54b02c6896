// LibreOffice where it is installed: what reads our files that did not write them.
import { execFile } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PLACES = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice']
const MOST_MS = 120_000

/** Where LibreOffice is, null where this machine has none. */
export const SOFFICE = PLACES.find((place) => existsSync(place)) ?? null

/** Whether it opens sheets as well: its parts are installed one by one. */
export const OPENS_SHEETS =
  SOFFICE !== null && existsSync(path.join(path.dirname(realpathSync(SOFFICE)), 'libsclo.so'))

/** Converts files in one run of the program; the results by the names that were given. */
export async function convertAll(
  files: Readonly<Record<string, Uint8Array>>,
  to: 'txt' | 'csv' | 'pdf',
): Promise<Record<string, Buffer>> {
  if (SOFFICE === null) throw new Error('no office program here')
  const folder = await mkdtemp(path.join(tmpdir(), 'luoshi-office-'))
  try {
    const places = Object.keys(files).map((name) => path.join(folder, name))
    await Promise.all(places.map((place) => writeFile(place, files[path.basename(place)] ?? '')))
    const filter = {
      txt: 'txt:Text (encoded):UTF8',
      csv: 'csv:Text - txt - csv (StarCalc):44,34,76',
      pdf: 'pdf',
    }[to]
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run(SOFFICE, [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...places], {
      timeout: MOST_MS,
    })
    const read = places.map(async (place) => {
      const made = place.replace(/\.\w+$/, `.${to}`)
      return [path.basename(place), await readFile(made)] as const
    })
    return Object.fromEntries(await Promise.all(read))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
