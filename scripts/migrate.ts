// `prisma migrate deploy` without Prisma's command line: the same table, checksums and advisory lock, so that the real command
// finds nothing pending afterwards. Run as the database's owner; the application's role is seen to first.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ensureBossSchema } from './boss-schema'
import { databaseFailure, Failure } from './failure'
import { ROOT } from './processes'

/** Prisma's own advisory lock for migrations. */
const MIGRATION_LOCK = 72_707_369
const INSUFFICIENT_PRIVILEGE = '42501'
const APP_ROLE = 'luoshi_app'

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

type Migration = { name: string; sql: string; checksum: string }
type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Applies what is pending, as the owner (`migrationUrl`), and checks that the application (`appUrl`) may act as its role.
 * Answers the names applied. Throws `Failure` when the database is out of reach, lacks a right, or differs from the files.
 */
export async function migrate(migrationUrl: string, appUrl = migrationUrl): Promise<string[]> {
  const setting = migrationUrl === appUrl ? 'DATABASE_URL' : 'DATABASE_MIGRATION_URL'
  const client = new pg.Client({ connectionString: migrationUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await ensureAppRole(client, decodeURIComponent(new URL(appUrl).username))
    const applied = await applyPending(client)
    await ensureBossSchema(client, APP_ROLE)
    return applied
  } catch (error) {
    throw databaseFailure(error, migrationUrl, setting) ?? error
  } finally {
    await client.end().catch(() => {})
  }
}

/** The migrations of the folder in time order. */
export function readMigrations(folder = path.join(ROOT, 'prisma/migrations')): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function applyPending(client: pg.Client): Promise<string[]> {
  await client.query(MIGRATIONS_TABLE)
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const unfinished = rows.find((row) => !row.finished_at)
  if (unfinished) {
    throw new Failure(
      `Migration ${unfinished.migration_name} failed before. Restore the backup, or mend the database and mark it with "npm run prisma -- migrate resolve".`,
    )
  }
  const have = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const names: string[] = []
  for (const migration of readMigrations()) {
    const checksum = have.get(migration.name)
    if (checksum === undefined) {
      await applyOne(client, migration)
      names.push(migration.name)
    } else if (checksum !== migration.checksum) {
      throw new Failure(
        `Migration ${migration.name} was changed after this database had applied it. Take back the change; a further change is a migration of its own.`,
      )
    }
  }
  return names
}

/** The row is written before the migration runs and finished after it, so that a failure halfway is seen the next time. */
async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(sql)
  } catch (error) {
    await client
      .query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)])
      .catch(() => {})
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { migration: name })
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  )
}

/** The application acts as a role that owns nothing. Made here if the owner may; otherwise the operator reads what to run. */
async function ensureAppRole(client: pg.Client, appUser: string): Promise<void> {
  try {
    await client.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN CREATE ROLE ${APP_ROLE} NOLOGIN; END IF;
    EXCEPTION WHEN duplicate_object THEN NULL; END $$`)
    for (const user of new Set([await currentUser(client), appUser])) {
      if (user && user !== APP_ROLE && !(await mayActAsApp(client, user))) {
        await client.query(`GRANT ${APP_ROLE} TO ${pg.escapeIdentifier(user)}`)
      }
    }
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error
    throw new Failure(missingRoleMessage(await currentUser(client), appUser))
  }
}

async function currentUser(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name')
  return rows[0]?.name ?? ''
}

/** Since PostgreSQL 16 a member may lack the right to SET ROLE; before, every member has it. */
async function mayActAsApp(client: pg.Client, user: string): Promise<boolean> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  const right = (rows[0]?.version ?? 0) >= 160_000 ? 'SET' : 'MEMBER'
  const held = await client.query<{ held: boolean }>('SELECT pg_has_role($1, $2, $3) AS held', [
    user,
    APP_ROLE,
    right,
  ])
  return held.rows[0]?.held ?? false
}

function missingRoleMessage(owner: string, appUser: string): string {
  const members = [...new Set([owner, appUser])].filter((user) => user && user !== APP_ROLE)
  const grants = members.map((user) => `GRANT ${APP_ROLE} TO ${pg.escapeIdentifier(user)};`).join(' ')
  return (
    `The database user "${owner}" may not create or grant the role ${APP_ROLE}, as which the application works. ` +
    `Ask the database's administrator to run once:\n  CREATE ROLE ${APP_ROLE} NOLOGIN; ${grants}`
  )
}
