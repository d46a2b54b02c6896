// Runs before each test file of the `database` project: the application's settings point at the file's own clone, so that
// `db()` and everything above it work as they do in production, as the application's role.
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { SETTING_NAMES } from '@/server/env'
import { db } from '@/server/db'
import { dropTestDatabase, testDatabase } from './database'

const { name: database, appUrl, ownerUrl } = await testDatabase()

for (const name of SETTING_NAMES) if (name !== 'LUOSHI_CORPUS') delete process.env[name]
Object.assign(process.env, {
  LUOSHI_MODE: 'demo',
  LUOSHI_SECRET: 'only-for-tests-'.repeat(3),
  LUOSHI_DATA_DIR: path.join(inject('testServer').files, database),
  LUOSHI_LOG_LEVEL: 'silent',
  DATABASE_URL: appUrl,
  DATABASE_MIGRATION_URL: ownerUrl,
})

afterAll(async () => {
  await db().$disconnect()
  await dropTestDatabase()
})
