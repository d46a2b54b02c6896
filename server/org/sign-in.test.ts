import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '@/server/audit/record-audit'
import type { Db } from '@/server/db'
import { testWorld } from '@/tests/factories'
import { hashPassword } from './password-hash'
import { clearThrottle } from './sign-in-throttle'
import { signIn } from './sign-in'
import { NO_ACCOUNT } from './sign-in-attempt'

const PASSWORD = 'three-blue-kettles'
const HOME = '10.0.0.7'
const START = new Date('2020-04-10T02:00:00Z')
const minutes = (count: number) => new Date(START.getTime() + count * 60_000)

let db: Db
beforeAll(async () => {
  db = (await testWorld()).db
  await db.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } })
})
beforeEach(() => db.signInThrottle.deleteMany())

const attempt = (account: string, password: string, now = START, address = HOME) =>
  signIn(db, { account, password, address, userAgent: 'Test/1.0' }, now)

async function failTimes(times: number, account: string, now = START, address = HOME) {
  const outcomes = []
  for (let i = 0; i < times; i++) outcomes.push(await attempt(account, 'not-the-password', now, address))
  return outcomes
}
const auditOf = (event: string) =>
  db.auditEntry.findMany({ where: { event }, orderBy: { id: 'asc' }, include: { value: true } })

describe('signing in', () => {
  test('the right password opens a session, and the record says whose', async () => {
    const outcome = await attempt('  Officer ', PASSWORD)
    if (outcome.kind !== 'signed_in') throw new Error(outcome.kind)
    const session = await db.session.findUniqueOrThrow({ where: { id: outcome.sessionId } })
    expect(session).toMatchObject({ address: HOME, userAgent: 'Test/1.0', endedAt: null })
    const entry = (await auditOf('session.started')).at(-1)
    expect(entry).toMatchObject({ actorId: session.personId, entityId: session.id, address: HOME })
  })

  test('a wrong password is counted down, and the password is nowhere in the record', async () => {
    expect(await failTimes(2, 'officer')).toEqual([
      { kind: 'wrong', triesLeft: 4 },
      { kind: 'wrong', triesLeft: 3 },
    ])
    const entry = (await auditOf('session.failed')).at(-1)
    expect(entry?.value?.after).toEqual({ account: 'officer' })
    expect(JSON.stringify(entry)).not.toContain('not-the-password')
  })

  test('a password typed as the account is not recorded either', async () => {
    await attempt('three-blue-kettles', 'anything')
    const entry = (await auditOf('session.failed')).at(-1)
    expect(entry).toMatchObject({ entityId: NO_ACCOUNT, value: { after: { account: 'th…' } } })
  })

  test.each(['of\0ficer\0', '\ud83dofficer', `${'长'.repeat(63)}😀😀`, '\0'])(
    'an account of odd characters (%j) is wrong, and no fault',
    async (account) => {
      expect(await attempt(account, 'pass\0word\ud83d')).toMatchObject({ kind: 'wrong' })
    },
  )

  test('the right password forgets the failures before it', async () => {
    await failTimes(4, 'officer')
    expect(await attempt('officer', PASSWORD)).toMatchObject({ kind: 'signed_in' })
    expect(await failTimes(1, 'officer')).toEqual([{ kind: 'wrong', triesLeft: 4 }])
  })

  test('somebody who has left cannot sign in', async () => {
    await db.person.update({ where: { account: 'officer2' }, data: { status: 'left' } })
    expect(await attempt('officer2', PASSWORD)).toMatchObject({ kind: 'wrong' })
  })

  test('an account without a password cannot be signed in to', async () => {
    await db.person.update({ where: { account: 'south-head' }, data: { passwordHash: null } })
    expect(await attempt('south-head', '')).toMatchObject({ kind: 'wrong' })
  })
})

describe('the lock', () => {
  test('falls after five failures, holds against the right password, and ends after 15 minutes', async () => {
    const outcomes = await failTimes(5, 'leader')
    expect(outcomes.at(-1)).toEqual({ kind: 'locked', until: minutes(15) })
    expect(await attempt('leader', PASSWORD, minutes(14))).toEqual({ kind: 'locked', until: minutes(15) })
    expect(await attempt('leader', PASSWORD, minutes(15.1))).toMatchObject({ kind: 'signed_in' })
    expect((await auditOf('session.locked')).at(-1)?.value?.after).toMatchObject({ account: 'leader' })
    expect(await auditOf('session.throttled')).not.toHaveLength(0)
  })

  test('runs alike for a name that does not exist', async () => {
    const known = await failTimes(6, 'leader')
    const unknown = await failTimes(6, 'nobody-of-that-name')
    expect(unknown).toEqual(known)
    const entry = (await auditOf('session.locked')).at(-1)
    expect(entry).toMatchObject({ entityId: NO_ACCOUNT })
    expect(entry?.value?.after).toMatchObject({ account: 'no…' })
  })

  test('a name that does not exist takes the time of one that does', async () => {
    const timeOf = async (account: string) => {
      const begun = performance.now()
      await attempt(account, 'not-the-password', START, `10.1.0.${account.length}`)
      return performance.now() - begun
    }
    await timeOf('warm-up')
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 4; i++) {
      known.push(await timeOf('auditor'))
      unknown.push(await timeOf('nobody'))
    }
    // Both hash: the quickest of each lie within a factor of three, where a lookup alone would be ten times quicker.
    const ratio = Math.min(...known) / Math.min(...unknown)
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
  })

  test('nobody locks a leader out by name from elsewhere', async () => {
    await attempt('leader', PASSWORD)
    await failTimes(6, 'leader', START, '203.0.113.9')
    expect(await attempt('leader', PASSWORD)).toMatchObject({ kind: 'signed_in' })
  })

  test('attempts at the same moment do not slip through on one count', async () => {
    const guesses = Array.from({ length: 12 }, (_, i) => attempt('inspector', `guess-number-${i}`))
    const outcomes = await Promise.all(guesses)
    expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(4)
    expect(await attempt('inspector', PASSWORD)).toMatchObject({ kind: 'locked' })
  })

  test('one address that tries many names is locked after fifty failures', async () => {
    await db.signInThrottle.create({ data: { key: 'address:198.51.100.4', failures: 49, windowAt: START } })
    expect(await attempt('nobody-1', 'x', START, '198.51.100.4')).toMatchObject({ kind: 'wrong' })
    expect(await attempt('nobody-2', 'x', START, '198.51.100.4')).toMatchObject({ kind: 'locked' })
    expect(await attempt('nobody-2', 'x', START, '198.51.100.5')).toMatchObject({ kind: 'wrong' })
  })

  test('guesses from many addresses queue, while the person at the usual address does not wait', async () => {
    await attempt('secadmin', PASSWORD)
    const state = { failures: 30, windowAt: START, lockedUntil: minutes(1) }
    await db.signInThrottle.upsert({
      where: { key: 'account:secadmin' },
      create: { key: 'account:secadmin', ...state },
      update: state,
    })
    expect(await attempt('secadmin', 'guess', START, '203.0.113.77')).toEqual({ kind: 'busy' })
    expect(await attempt('secadmin', PASSWORD)).toMatchObject({ kind: 'signed_in' })
  })

  test('is lifted for the account alone', async () => {
    await failTimes(5, 'leader')
    await failTimes(5, 'officer')
    await db.$transaction((tx) => clearThrottle(tx, 'leader'))
    expect(await attempt('leader', PASSWORD)).toMatchObject({ kind: 'signed_in' })
    expect(await attempt('officer', PASSWORD)).toMatchObject({ kind: 'locked' })
  })
})

test('what is hashed is the password, not its look', async () => {
  expect(sha256('ﬁ')).not.toBe(sha256('fi'))
  await db.person.update({
    where: { account: 'relief-head' },
    data: { passwordHash: await hashPassword('ﬁve-blue-kettles') },
  })
  expect(await attempt('relief-head', 'five-blue-kettles')).toMatchObject({ kind: 'signed_in' })
})
