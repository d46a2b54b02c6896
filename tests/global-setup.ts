// Once a run: a database server, and on it a template with every migration applied, of which each test file gets a clone.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../scripts/migrate'
import { FAST_AND_FORGETFUL, startPostgres } from '../scripts/postgres'
import { prepareDatabase } from '../server/org/prepare-database'
import type { YearSize } from './year/year'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
    /** How large a year `npm run year` asks for; null in an ordinary run. */
    yearSize: YearSize | null
  }
}

/** The server of this run: addresses of one maintenance database, the template's name, a folder for uploaded files. */
export type TestServer = {
  ownerUrl: string
  appUrl: string
  superuserUrl: string
  template: string
  files: string
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await findServer()
  await createTemplate(server)
  project.provide('testServer', server)
  project.provide('yearSize', JSON.parse(process.env.LUOSHI_YEAR ?? 'null'))
  return async () => {
    await onMaintenance(server, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${server.template} WITH (FORCE)`),
    )
    await stop()
  }
}

/** `npm test` hands over its own server (TEST_DATABASE_URL and its two companions); a run of vitest alone starts one. */
async function findServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'luoshi-vitest-'))
  chmodSync(folder, 0o711) // root's database runs as another user, who must pass through
  const common = { template: `luoshi_template_${process.pid}`, files: path.join(folder, 'files') }
  const clear = () => rmSync(folder, { recursive: true, force: true })
  const { TEST_DATABASE_URL, TEST_DATABASE_APP_URL, TEST_DATABASE_SUPERUSER_URL } = process.env
  if (TEST_DATABASE_URL) {
    const appUrl = TEST_DATABASE_APP_URL ?? TEST_DATABASE_URL
    const superuserUrl = TEST_DATABASE_SUPERUSER_URL ?? TEST_DATABASE_URL
    return {
      server: { ...common, ownerUrl: TEST_DATABASE_URL, appUrl, superuserUrl },
      stop: async () => clear(),
    }
  }
  const postgres = await startPostgres({ dataDir: path.join(folder, 'data'), settings: FAST_AND_FORGETFUL })
  const stop = async () => {
    await postgres.stop()
    for (const used of postgres.folders) rmSync(used, { recursive: true, force: true })
    clear()
  }
  const { ownerUrl, appUrl, superuserUrl } = postgres
  return { server: { ...common, ownerUrl, appUrl, superuserUrl }, stop }
}

async function createTemplate(server: TestServer): Promise<void> {
  await onMaintenance(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${server.template} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${server.template} TEMPLATE template0`)
  })
  await migrate(onDatabase(server.ownerUrl, server.template), onDatabase(server.appUrl, server.template))
  await prepareDatabase(onDatabase(server.appUrl, server.template))
}

/** The same server and user on another database. */
export function onDatabase(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = '/' + database
  return parsed.toString()
}

/** Runs an act as the owner, outside the databases under test. */
export async function onMaintenance<T>(
  server: TestServer,
  act: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(server.ownerUrl)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
