import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, readMigrations } from './migrate'
import { FAST_AND_FORGETFUL, startPostgres, type Postgres } from './postgres'

const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-postgres-test-'))
const dataDir = path.join(folder, 'data')
const start = () => startPostgres({ dataDir, settings: FAST_AND_FORGETFUL })
let server: Postgres

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  chmodSync(folder, 0o711)
  server = await start()
}, 60_000)

afterAll(async () => {
  await server.stop()
  for (const used of [...server.folders, folder]) rmSync(used, { recursive: true, force: true })
})

describe('the server that comes along', () => {
  test('keeps its passwords where only their owner reads them', () => {
    expect(statSync(path.join(dataDir, 'postgres.json')).mode & 0o077).toBe(0)
    expect(new URL(server.appUrl).password).not.toBe(new URL(server.ownerUrl).password)
  })

  test('refuses a connection without the password', async () => {
    const url = new URL(server.ownerUrl)
    url.password = 'guessed'
    await expect(ask(url.toString(), 'SELECT 1')).rejects.toThrow(/password/)
  })

  test('gives the application a role that can neither make roles nor databases', async () => {
    const [role] = await ask<{ rolsuper: boolean; rolcreaterole: boolean; rolcreatedb: boolean }>(
      server.appUrl,
      'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user',
    )
    expect(role).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false })
  })

  test('sorts Chinese by pinyin and keeps UTC', async () => {
    const [row] = await ask<{ sorted: string; zone: string }>(
      server.appUrl,
      `SELECT string_agg(x, '' ORDER BY x COLLATE "zh-x-icu") AS sorted, current_setting('timezone') AS zone
       FROM unnest(ARRAY['中', '阿', '北']) AS x`,
    )
    expect(row).toEqual({ sorted: '阿北中', zone: 'UTC' })
  })

  test('is used again while it runs, and left running by whoever did not start it', async () => {
    writeFileSync(path.join(dataDir, 'postgres.starter'), String(process.ppid))
    const second = await start()
    expect(second.port).toBe(server.port)
    await second.stop()
    expect(await ask(server.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('is taken over when the program that started it is gone, and keeps its data over a restart', async () => {
    await ask(server.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    writeFileSync(path.join(dataDir, 'postgres.starter'), '999999999')
    const second = await start()
    await second.stop()
    await expect(ask(server.appUrl, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
    server = await start()
    expect(await ask(server.ownerUrl, 'TABLE kept')).toEqual([{ answer: 42 }])
    await ask(server.ownerUrl, 'DROP TABLE kept')
  })

  test('starts over a pid file that a crash left behind', async () => {
    const pidFile = path.join(server.clusterDir, 'postmaster.pid')
    const lines = readFileSync(pidFile, 'utf8').split('\n')
    await server.stop()
    // This test's own process: it runs, and is no PostgreSQL.
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'))
    server = await start()
    expect(await ask(server.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('says what is missing when the file with the passwords is gone', async () => {
    const copy = path.join(folder, 'copy')
    cpSync(server.clusterDir, path.join(copy, 'postgres'), {
      recursive: true,
      filter: (source) => !source.endsWith('postmaster.pid'),
    })
    await expect(startPostgres({ dataDir: copy })).rejects.toThrow(/postgres.json.*missing/)
  })
})

describe('migrations at start', () => {
  test('are applied once, with the checksums that Prisma itself would write', async () => {
    const all = readMigrations()
    expect(await migrate(server.ownerUrl, server.appUrl)).toEqual(all.map(({ name }) => name))
    expect(await migrate(server.ownerUrl, server.appUrl)).toEqual([])
    const rows = await ask<{ checksum: string }>(
      server.ownerUrl,
      'SELECT checksum FROM _prisma_migrations ORDER BY migration_name',
    )
    expect(rows.map((row) => row.checksum)).toEqual(all.map(({ checksum }) => checksum))
  })

  test('are refused when one was changed after it had been applied', async () => {
    await ask(
      server.ownerUrl,
      "UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%roles'",
    )
    await expect(migrate(server.ownerUrl, server.appUrl)).rejects.toThrow(/was changed after/)
  })

  test('are refused after one that failed halfway', async () => {
    await ask(server.ownerUrl, 'UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(server.ownerUrl, server.appUrl)).rejects.toThrow(/failed before/)
  })

  test('tell an owner without the right to grant roles what to ask the administrator for', async () => {
    await ask(server.superuserUrl, "CREATE ROLE poor_owner LOGIN PASSWORD 'poor'")
    await ask(server.superuserUrl, 'CREATE DATABASE poor OWNER poor_owner')
    const url = `postgresql://poor_owner:poor@127.0.0.1:${server.port}/poor`
    await expect(migrate(url)).rejects.toThrow(
      /CREATE ROLE luoshi_app NOLOGIN; GRANT luoshi_app TO "poor_owner";/,
    )
    await ask(server.superuserUrl, 'GRANT luoshi_app TO poor_owner')
    expect(await migrate(url)).toHaveLength(readMigrations().length)
  })

  test('say in one line that the database is out of reach', async () => {
    await expect(migrate('postgresql://u:p@127.0.0.1:9/x')).rejects.toThrow(
      'The database u@127.0.0.1:9/x cannot be used: nothing listens there.',
    )
  })
})
