// The settings of a start: the environment, completed by .env where that file exists.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseSettings, type Settings } from '../server/env'
import { ROOT } from './processes'

/** Reads .env (what the environment already says wins) and checks all settings. Throws `SettingsError`. */
export function loadSettings(): Settings {
  const file = path.join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return parseSettings(process.env)
}

/** The secret of the settings; in demo one is generated at first and kept in the data folder, readable by its owner alone. */
export function secretOf({ LUOSHI_SECRET, LUOSHI_DATA_DIR }: Settings): string {
  if (LUOSHI_SECRET) return LUOSHI_SECRET
  const file = path.join(LUOSHI_DATA_DIR, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(48).toString('base64url')
  mkdirSync(LUOSHI_DATA_DIR, { recursive: true })
  writeFileSync(file, secret + '\n', { mode: 0o600 })
  return secret
}
