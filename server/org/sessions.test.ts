import { beforeAll, describe, expect, test } from 'vitest'
import { createDb, type Db } from '@/server/db'
import { ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { endSessions } from './end-session'
import { findActorBySession } from './load-actor'
import { endAllSessions, endOneSession, listOwnSessions } from './own-sessions'
import { expiryOf, isTouchDue } from './session-limits'

let db: Db
beforeAll(async () => {
  db = (await testWorld()).db
})

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

async function openSession(account: string, seenAt = NOW) {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { account }, select: { id: true } })
  const data = { personId, createdAt: minutes(-60), seenAt, address: '10.0.0.7', userAgent: 'Test/1.0' }
  return db.session.create({ data })
}

describe('a session', () => {
  test('runs out when idle for longer than the setting, and after twelve hours in any case', () => {
    const busy = { startedAt: minutes(-60), seenAt: NOW }
    expect(expiryOf(busy, minutes(20), 20)).toBeNull()
    expect(expiryOf(busy, minutes(20.1), 20)).toBe('idle')
    expect(expiryOf({ startedAt: minutes(-12 * 60 - 1), seenAt: NOW }, NOW, 20)).toBe('age')
  })

  test('is written at most once a minute', () => {
    expect(isTouchDue(NOW, minutes(0.9))).toBe(false)
    expect(isTouchDue(NOW, minutes(1))).toBe(true)
  })

  test('says nobody once it has ended', async () => {
    const { id } = await openSession('officer')
    expect(await findActorBySession(db, id, '2020-04-10')).toMatchObject({ account: 'officer' })
    await runAs('officer', endOneSession, { sessionId: id })
    expect(await findActorBySession(db, id, '2020-04-10')).toBeNull()
    const entry = await db.auditEntry.findFirstOrThrow({ where: { event: 'session.ended', entityId: id } })
    expect(entry.actorName).toContain('officer')
  })

  test('is ended by its own person only, and once', async () => {
    const { id } = await openSession('leader')
    await expect(runAs('officer', endOneSession, { sessionId: id })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await runAs('leader', endOneSession, { sessionId: id })
    await expect(runAs('leader', endOneSession, { sessionId: id })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('all of them end together', async () => {
    await Promise.all([openSession('inspector'), openSession('inspector'), openSession('auditor')])
    expect(await runAs('inspector', endAllSessions, {})).toBe(2)
    expect(await listOwnSessions(await ctxOf('inspector'))).toEqual([])
    expect(await listOwnSessions(await ctxOf('auditor'))).toHaveLength(1)
  })

  test('is listed with its device and address, the idle ones left out', async () => {
    await openSession('secadmin', minutes(-30))
    const { id } = await openSession('secadmin')
    expect(await listOwnSessions(await ctxOf('secadmin'))).toEqual([
      {
        id,
        startedAt: minutes(-60).toISOString(),
        seenAt: NOW.toISOString(),
        address: '10.0.0.7',
        userAgent: 'Test/1.0',
        current: false,
      },
    ])
  })

  test('that ran out is recorded as expired', async () => {
    const { id, personId } = await openSession('sysadmin')
    await runAs('sysadmin', (ctx) => endSessions(ctx, { personId, only: id }, 'idle'), {})
    expect(await db.session.findUniqueOrThrow({ where: { id } })).toMatchObject({ endReason: 'idle' })
    expect(await db.auditEntry.count({ where: { event: 'session.expired', entityId: id } })).toBe(1)
  })
})

test('the application is unhealthy, and says so in time, when its database does not answer', async () => {
  const { isHealthy } = await import('@/server/health')
  expect(await isHealthy()).toBe(true)
  const gone = createDb('postgresql://nobody@127.0.0.1:1/none', 1)
  expect(await isHealthy(gone)).toBe(false)
})
