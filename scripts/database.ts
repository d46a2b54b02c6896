// The database of a start: the operator's own where DATABASE_URL is set, otherwise the one that comes along. Migrated either way.
import pg from 'pg'
import type { Settings } from '../server/env'
import { databaseFailure } from './failure'
import { migrate } from './migrate'
import { startPostgres } from './postgres'
import { say, seconds } from './progress'

export type Database = {
  appUrl: string
  migrationUrl: string
  /** Stops a server that was started here; the operator's own is left alone. */
  stop: () => Promise<void>
}

/** Opens the database of the settings: starts the server if it is ours to start. Throws `Failure` with what to do. */
export async function openDatabase(settings: Settings, serverSettings: string[] = []): Promise<Database> {
  const { DATABASE_URL, DATABASE_MIGRATION_URL, LUOSHI_DATA_DIR } = settings
  if (DATABASE_URL) {
    await checkReachable(DATABASE_URL)
    return {
      appUrl: DATABASE_URL,
      migrationUrl: DATABASE_MIGRATION_URL ?? DATABASE_URL,
      stop: async () => {},
    }
  }
  const begun = performance.now()
  const server = await startPostgres({
    dataDir: LUOSHI_DATA_DIR,
    settings: serverSettings,
    onFirst: (folder) => say(`… Making the first database in ${folder}`),
  })
  say(`✓ PostgreSQL on port ${server.port} (${seconds(performance.now() - begun)})`)
  return { appUrl: server.appUrl, migrationUrl: server.ownerUrl, stop: server.stop }
}

/** Applies pending migrations and says which. */
export async function migrateDatabase({ migrationUrl, appUrl }: Database): Promise<void> {
  const begun = performance.now()
  const applied = await migrate(migrationUrl, appUrl)
  const what = applied.length === 0 ? 'up to date' : `${applied.length} applied`
  say(`✓ Migrations: ${what} (${seconds(performance.now() - begun)})`)
}

async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw databaseFailure(error, url) ?? error
  } finally {
    await client.end().catch(() => {})
  }
}
