import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '@/server/db'
import { ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { getAccount, listAccounts } from './list-accounts'
import { getSessionsOf, listLiveSessions } from './list-live-sessions'
import { resetAccount, resetAccountSchema } from './reset-account'
import { revokeSession, revokeSessionSchema } from './revoke-session'
import { signIn } from './sign-in'
import { unlockAccount, unlockAccountSchema } from './unlock-account'

let db: Db
let personIds: Record<string, string>
beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  personIds = world.org.personIds
})

const asked = (account: string, more: Record<string, unknown> = {}) => ({
  personId: personIds[account],
  reason: '本人来电核实',
  ...more,
})
const wrong = (account: string, address = '10.0.0.9') =>
  signIn(db, { account, password: 'not this one', address, userAgent: 'Test/1.0' }, NOW)
const entriesOf = (event: string, entityId = '') =>
  db.auditEntry.findMany({ where: { event, ...(entityId ? { entityId } : {}) }, include: { value: true } })
const openSession = (account: string) =>
  db.session.create({ data: { personId: personIds[account] ?? '', createdAt: NOW, seenAt: NOW } })

describe('a locked account', () => {
  const unlock = (account: string) => unlockAccountSchema.parse(asked(account))

  test('is seen by the security administrator, unlocked with a reason, and recorded', async () => {
    for (let count = 0; count < 5; count++) await wrong('leader')
    await wrong('inspector')
    const secadmin = await ctxOf('secadmin')
    const { rows } = await listAccounts(secadmin, { words: '', state: 'troubled' })
    expect(rows.map(({ account, failures }) => [account, failures])).toEqual([
      ['inspector', 1],
      ['leader', 5],
    ])
    expect(rows[0]?.lockedUntil).toBeNull()
    expect(rows[1]?.lockedUntil).toBe(new Date(NOW.getTime() + 15 * 60_000).toISOString())
    expect(await wrong('leader')).toMatchObject({ kind: 'locked' })

    await runAs('secadmin', unlockAccount, unlock('leader'))
    expect(await wrong('leader')).toMatchObject({ kind: 'wrong', triesLeft: 4 })
    const [entry] = await entriesOf('account.unlocked', personIds.leader)
    expect(entry).toMatchObject({ actorRole: 'security_admin' })
    expect(entry?.value?.after).toMatchObject({ account: 'leader', failures: 0, reason: '本人来电核实' })
  }, 30_000)

  test('is unlocked by nobody else, and only where something was counted', async () => {
    for (const account of ['sysadmin', 'auditor', 'leader']) {
      await expect(runAs(account, unlockAccount, unlock('inspector'))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    await expect(runAs('secadmin', unlockAccount, unlock('officer'))).rejects.toMatchObject({
      code: 'account.not_locked',
    })
    expect(unlockAccountSchema.safeParse(asked('leader', { reason: ' ' })).error?.issues[0]?.message).toBe(
      'admin.reason_missing',
    )
  })
})

describe('an account that is reset', () => {
  const reset = (account: string) => resetAccountSchema.parse(asked(account))

  test('has no password, no session and no link any longer; each end is recorded', async () => {
    const personId = personIds['relief-head'] ?? ''
    await db.person.update({ where: { id: personId }, data: { passwordHash: 'scrypt$x' } })
    await db.passwordLink.create({
      data: { personId, tokenHash: 'y', purpose: 'reset', expiresAt: new Date('2030-01-01') },
    })
    const session = await openSession('relief-head')
    await expect(runAs('sysadmin', resetAccount, reset('relief-head'))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await runAs('secadmin', resetAccount, reset('relief-head'))
    expect(await getAccount(await ctxOf('secadmin'), 'relief-head')).toMatchObject({
      hasPassword: false,
      sessions: 0,
    })
    expect(await db.passwordLink.count({ where: { personId } })).toBe(0)
    const [entry] = await entriesOf('account.reset', personId)
    expect(entry?.value?.after).toMatchObject({ sessions: 1, reason: '本人来电核实' })
    const [ended] = await entriesOf('session.revoked', session.id)
    expect(ended).toMatchObject({ actorRole: 'security_admin' })
  })

  test('is never the own one, nor one that has no password yet', async () => {
    await expect(runAs('secadmin', resetAccount, reset('secadmin'))).rejects.toMatchObject({
      code: 'account.not_self',
    })
    await expect(runAs('secadmin', resetAccount, reset('relief-head'))).rejects.toMatchObject({
      code: 'account.no_password',
    })
  })
})

describe('open sessions', () => {
  const revoke = (account: string, sessionId: string) =>
    revokeSessionSchema.parse(asked(account, { sessionId }))

  test('of a person are ended one by one or all at once, with the reason in the record', async () => {
    const [one, two, three] = [
      await openSession('officer'),
      await openSession('officer'),
      await openSession('officer'),
    ]
    await expect(runAs('officer2', revokeSession, revoke('officer', one.id))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await runAs('secadmin', revokeSession, revoke('officer', one.id))).toMatchObject({ ended: 1 })
    const { sessions } = await getSessionsOf(await ctxOf('secadmin'), 'officer')
    expect(sessions.map(({ id }) => id).sort()).toEqual([two.id, three.id].sort())
    expect(await runAs('secadmin', revokeSession, revoke('officer', 'all'))).toMatchObject({ ended: 2 })
    const [entry] = await entriesOf('session.revoked', two.id)
    expect(entry?.value?.after).toEqual({ how: 'revoked', reason: '本人来电核实' })
    await expect(runAs('secadmin', revokeSession, revoke('officer', 'all'))).rejects.toMatchObject({
      code: 'session.none_open',
    })
  })

  test('of another person are not ended under this one’s name', async () => {
    const foreign = await openSession('leader')
    await expect(runAs('secadmin', revokeSession, revoke('officer', foreign.id))).rejects.toMatchObject({
      code: 'session.none_open',
    })
  })

  test('are listed without those that have run out, for the security administrator alone', async () => {
    const stale = new Date(NOW.getTime() - 21 * 60_000)
    await db.session.create({ data: { personId: personIds.auditor ?? '', createdAt: stale, seenAt: stale } })
    const { rows } = await listLiveSessions(await ctxOf('secadmin'), { words: '' })
    expect(rows.map(({ person }) => person.account)).toEqual(['leader'])
    await expect(ctxOf('sysadmin').then((ctx) => listLiveSessions(ctx, { words: '' }))).rejects.toMatchObject(
      { kind: 'forbidden' },
    )
  })
})
