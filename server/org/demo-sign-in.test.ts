import { beforeAll, expect, test } from 'vitest'
import { seedOrganisation } from '@/prisma/seed-org'
import type { Db } from '@/server/db'
import { env } from '@/server/env'
import { listDemoRoles, signInForDemo } from './demo-sign-in'

// Before anything reads the settings: this file runs as a production that happens to hold the demo's people.
process.env.LUOSHI_MODE = 'production'
process.env.LUOSHI_SECRET = 'u7Qd2vXk9Zp4Wm1Rt6Yb3Nc8Hf5Jg0La'

let db: Db
beforeAll(async () => {
  db = (await import('@/server/db')).db()
  await seedOrganisation(db)
})

test('a production draws no role buttons and refuses whoever presses one all the same', async () => {
  expect(env().LUOSHI_MODE).toBe('production')
  expect(await listDemoRoles()).toEqual([])
  const facts = { now: new Date(), address: '', userAgent: '' }
  await expect(signInForDemo(db, 'leader', facts)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await db.session.count()).toBe(0)
})
