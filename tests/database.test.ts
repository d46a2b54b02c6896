import pg from 'pg'
import { expect, test } from 'vitest'
import { db } from '@/server/db'
import { resetDatabase, testDatabase } from './database'

test('the application works as a role that owns nothing, on a clone of the migrated template', async () => {
  const rows = await db().$queryRaw<{ role: string; superuser: boolean }[]>`
    SELECT current_user AS role, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser`
  expect(rows).toEqual([{ role: 'luoshi_app', superuser: false }])
  const { name } = await testDatabase()
  const databases = await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  expect(databases).toEqual([{ name }])
})

test('the application may not change tables, nor act as the owner', async () => {
  await expect(db().$executeRaw`CREATE TABLE intruder (id int)`).rejects.toThrow(/permission denied/)
  await expect(db().$executeRaw`SET ROLE luoshi_owner`).rejects.toThrow(/permission denied/)
})

test('an emptied database keeps its migrations', async () => {
  const { ownerUrl } = await testDatabase()
  await resetDatabase()
  const client = new pg.Client(ownerUrl)
  await client.connect()
  const { rows } = await client.query(
    'SELECT count(*)::int AS applied FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  )
  await client.end()
  expect(rows[0].applied).toBeGreaterThan(0)
})
