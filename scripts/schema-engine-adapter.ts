// Prisma's pg adapter, made fit for migrations. As released it (1) cannot read the catalog's type "char", (2) splits scripts at
// every semicolon, which breaks functions and string literals, and (3) lets a shadow connection fall back to the main database.
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { databaseSchema, ident, onMaintenanceDatabase, withoutParameters } from './schema-engine-urls'

const OID_CHAR = 18
const OID_TEXT = 25
const CHAR_MARK = '\u0001char'

const shadows = new Map<string, () => Promise<void>>()

/** An adapter for one database; `onDispose` runs after its pool has ended. */
export async function adapterFor(
  url: string,
  schema: string | undefined,
  onDispose: () => Promise<unknown> = async () => {},
): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: withoutParameters(url), max: 1 })
  pool.on('error', () => {}) // an idle connection that the server ends is no news here
  markChars(pool)
  const adapter = await new PrismaPg(pool, { schema }).connect()
  const read = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    queryRaw: async (query: Parameters<typeof read>[0]) => unmarkChars(await read(query)),
    // One simple query runs the whole script as the server parses it, in one implicit transaction.
    executeScript: async (script: string) => {
      await pool.query(script).catch((error: unknown) => adapter['onError'](error))
    },
    dispose: async () => {
      await pool.end()
      await onDispose()
    },
  })
}

/**
 * Where no database is named: the engine asks one thing before a diff from nothing to the schema, whether the schema exists
 * and which server it speaks to. The answer is the server that this repository brings along.
 */
export function adapterForNothing(): SqlDriverAdapter {
  const refuse = () => Promise.reject(new Error('This command needs a database: set DATABASE_URL.'))
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: ({ sql }) =>
      sql.includes('server_version_num')
        ? Promise.resolve({
            columnNames: ['exists', 'version', 'numeric_version'],
            columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
            rows: [[true, 'PostgreSQL 18', 180000]],
          })
        : refuse(),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
  }
}

/** Empties the schema of a shadow database that the developer keeps. */
export async function emptyShadowSchema(url: string): Promise<SqlDriverAdapter> {
  const schema = databaseSchema(url) ?? 'public'
  const client = new pg.Client(withoutParameters(url))
  await client.connect()
  await client.query(`DROP SCHEMA IF EXISTS ${ident(schema)} CASCADE; CREATE SCHEMA ${ident(schema)}`)
  await client.end()
  return adapterFor(url, schema)
}

/** Creates a shadow database that lives until it is disposed of, or until `dropShadowDatabases`. */
export async function createShadowDatabase(url: string): Promise<SqlDriverAdapter> {
  const name = 'prisma_migrate_shadow_db_' + crypto.randomUUID()
  await onMaintenanceDatabase(url, (client) =>
    client.query(`CREATE DATABASE ${ident(name)} TEMPLATE template0`),
  )
  const drop = async () => {
    if (!shadows.delete(name)) return
    await onMaintenanceDatabase(url, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${ident(name)} WITH (FORCE)`),
    )
  }
  shadows.set(name, drop)
  return adapterFor(withoutParameters(url, name), databaseSchema(url), drop)
}

/** Drops whatever shadow databases a broken run left. */
export async function dropShadowDatabases(): Promise<void> {
  for (const drop of [...shadows.values()]) await drop().catch(() => {})
}

/** The adapter refuses columns of type "char": they pass through it as text, with a mark on the column's name. */
function markChars(pool: pg.Pool): void {
  const query = pool.query.bind(pool)
  const marked = async (config: pg.QueryArrayConfig | string) => {
    const result = await query(config as pg.QueryArrayConfig)
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === OID_CHAR)
        Object.assign(field, { dataTypeID: OID_TEXT, name: field.name + CHAR_MARK })
    }
    return result
  }
  Object.defineProperty(pool, 'query', { value: marked })
}

function unmarkChars(result: Awaited<ReturnType<SqlDriverAdapter['queryRaw']>>) {
  result.columnNames.forEach((name, i) => {
    if (!name.endsWith(CHAR_MARK)) return
    result.columnNames[i] = name.slice(0, -CHAR_MARK.length)
    result.columnTypes[i] = ColumnTypeEnum.Character
  })
  return result
}
