// A database for each test file, cloned from the migrated template in some 50 ms. Files therefore never see each other's rows;
// tests within a file make their own data, and call `resetDatabase` where they need it empty.
import { inject } from 'vitest'
import pg from 'pg'
import { onDatabase, onMaintenance } from './global-setup'

export type TestDatabase = {
  name: string
  appUrl: string
  ownerUrl: string
  superuserUrl: string
  filled: string[]
}

let kept: Promise<TestDatabase> | undefined

/** The database of this test file: made at the first call, dropped after its last test (tests/use-database.ts). */
export function testDatabase(): Promise<TestDatabase> {
  return (kept ??= clone())
}

/**
 * Empties every table that a migration did not fill. As superuser, since the audit log's triggers forbid TRUNCATE to everybody
 * else, the owner included: `session_replication_role = replica` suspends them for this one statement.
 */
export async function resetDatabase(): Promise<void> {
  const { superuserUrl, filled } = await testDatabase()
  await onClient(superuserUrl, async (client) => {
    const tables = (await listTables(client)).filter((table) => !filled.includes(table))
    if (tables.length === 0) return
    await client.query('SET session_replication_role = replica')
    await client.query(
      `TRUNCATE ${tables.map((table) => pg.escapeIdentifier(table)).join(', ')} RESTART IDENTITY CASCADE`,
    )
  })
}

/** Drops this file's database, if it asked for one. As superuser: nobody else may end a session that another role left open. */
export async function dropTestDatabase(): Promise<void> {
  const database = await kept
  if (!database) return
  await onClient(inject('testServer').superuserUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${database.name} WITH (FORCE)`),
  )
}

async function clone(): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `luoshi_test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`
  // One at a time: PostgreSQL refuses to copy a template that another copy is reading.
  await onMaintenance(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [server.template])
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`)
  })
  const database = {
    name,
    appUrl: onDatabase(server.appUrl, name),
    ownerUrl: onDatabase(server.ownerUrl, name),
    superuserUrl: onDatabase(server.superuserUrl, name),
  }
  return { ...database, filled: await onClient(database.ownerUrl, filledTables) }
}

async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  return rows.map((row) => row.name)
}

/** Tables with rows from the migrations themselves, such as the calendar's; `_prisma_migrations` is one of them. */
async function filledTables(client: pg.Client): Promise<string[]> {
  const tables = await listTables(client)
  const asked = tables.map(
    (table) => `EXISTS (SELECT FROM ${pg.escapeIdentifier(table)}) AS ${pg.escapeIdentifier(table)}`,
  )
  const { rows } = await client.query<Record<string, boolean>>(`SELECT ${asked.join(', ')}`)
  return tables.filter((table) => rows[0]?.[table])
}

async function onClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
