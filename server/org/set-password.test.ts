import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FailureError } from '@/domain/errors'
import type { Db } from '@/server/db'
import { NOW, runAs, testWorld } from '@/tests/factories'
import { bootstrapAdministrators } from './bootstrap-administrators'
import { changePassword } from './change-password'
import { issuePasswordLink } from './issue-password-link'
import { hashPassword, verifyPassword } from './password-hash'
import { findPasswordLink } from './password-links'
import { replaceFirstPassword, setPasswordByLink } from './set-password'

const OLD = 'three-blue-kettles'
const NEW = 'seven-green-ladders'
const BASE = 'https://luoshi.example'

let db: Db
beforeAll(async () => {
  db = (await testWorld()).db
})
beforeEach(async () => {
  await db.person.updateMany({ data: { passwordHash: await hashPassword(OLD), mustChangePassword: false } })
  await db.signInThrottle.deleteMany()
})

const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const tokenOf = (url: string) => new URL(url).searchParams.get('link') ?? ''
const at = (now: Date) => ({ now, address: '10.0.0.7' })
const hashOf = async (account: string) =>
  (await db.person.findUniqueOrThrow({ where: { account }, select: { passwordHash: true } })).passwordHash
const auditOf = (event: string) =>
  db.auditEntry.findMany({ where: { event }, orderBy: { id: 'asc' }, include: { value: true } })

describe('a one-time link', () => {
  test('sets the password once, ends the sessions, lifts the lock, and is recorded', async () => {
    const person = await db.person.findUniqueOrThrow({ where: { account: 'officer' } })
    await db.session.create({ data: { personId: person.id, createdAt: NOW, seenAt: NOW } })
    const until = hours(1)
    await db.signInThrottle.create({
      data: { key: 'both:officer|10.0.0.7', failures: 5, windowAt: NOW, lockedUntil: until },
    })
    const url = await issuePasswordLink(db, 'Officer', NOW, BASE)
    expect(url).toMatch(/^https:\/\/luoshi\.example\/set-password\?link=[\w-]{43}$/)
    expect(await findPasswordLink(db, tokenOf(url), NOW)).toMatchObject({ account: 'officer' })

    await setPasswordByLink(db, { link: tokenOf(url), password: NEW }, at(NOW))
    expect(await verifyPassword(NEW, await hashOf('officer'))).toBe(true)
    expect(await db.session.count({ where: { personId: person.id, endedAt: null } })).toBe(0)
    expect(await db.signInThrottle.count()).toBe(0)
    const entry = (await auditOf('account.password_set')).at(-1)
    expect(entry).toMatchObject({ actorId: person.id, entityId: person.id })
    expect(entry?.value?.after).toEqual({ how: 'link' })

    const again = setPasswordByLink(db, { link: tokenOf(url), password: 'another-fine-phrase' }, at(NOW))
    await expect(again).rejects.toMatchObject({ kind: 'refused', code: 'password.link_over' })
  })

  test('is void after 72 hours, after a newer one, and for somebody who has left', async () => {
    const first = tokenOf(await issuePasswordLink(db, 'leader', NOW, BASE))
    const second = tokenOf(await issuePasswordLink(db, 'leader', NOW, BASE))
    expect(await findPasswordLink(db, first, NOW)).toBeNull()
    expect(await findPasswordLink(db, second, hours(71))).not.toBeNull()
    expect(await findPasswordLink(db, second, hours(72))).toBeNull()
    await db.person.update({ where: { account: 'leader' }, data: { status: 'left' } })
    expect(await findPasswordLink(db, second, NOW)).toBeNull()
    await db.person.update({ where: { account: 'leader' }, data: { status: 'active' } })
  })

  test('survives a password that will not do', async () => {
    const link = tokenOf(await issuePasswordLink(db, 'officer2', NOW, BASE))
    const weak = setPasswordByLink(db, { link, password: 'officer2' }, at(NOW))
    await expect(weak).rejects.toMatchObject({ kind: 'invalid' })
    expect(await findPasswordLink(db, link, NOW)).not.toBeNull()
  })

  test('two windows at once: one sets the password, the other is refused', async () => {
    const link = tokenOf(await issuePasswordLink(db, 'auditor', NOW, BASE))
    const both = await Promise.allSettled(
      [NEW, 'eleven-red-bicycles'].map((password) => setPasswordByLink(db, { link, password }, at(NOW))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is not made for an account that does not exist', async () => {
    await expect(issuePasswordLink(db, 'nobody', NOW, BASE)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('only its hash is kept', async () => {
    const link = tokenOf(await issuePasswordLink(db, 'officer', NOW, BASE))
    const rows = await db.passwordLink.findMany()
    expect(JSON.stringify(rows)).not.toContain(link)
  })
})

describe('the own password', () => {
  test('is changed by whoever knows the present one; other sessions end', async () => {
    const person = await db.person.findUniqueOrThrow({ where: { account: 'relief-head' } })
    await db.session.create({ data: { personId: person.id, createdAt: NOW, seenAt: NOW } })
    const result = await runAs('relief-head', changePassword, { current: OLD, password: NEW })
    expect(result).toEqual({ kind: 'changed' })
    expect(await verifyPassword(NEW, await hashOf('relief-head'))).toBe(true)
    expect(await db.session.count({ where: { personId: person.id, endedAt: null } })).toBe(0)
    expect((await auditOf('account.password_set')).at(-1)).toMatchObject({ entityId: person.id })
  })

  test('is not changed by whoever does not, and the tries are counted', async () => {
    const wrong = { current: 'not-the-password', password: NEW }
    const results = []
    for (let i = 0; i < 5; i++) results.push(await runAs('leader', changePassword, wrong))
    expect(results[0]).toEqual({ kind: 'wrong', triesLeft: 4 })
    expect(results[4]).toMatchObject({ kind: 'locked' })
    expect(await runAs('leader', changePassword, { current: OLD, password: NEW })).toMatchObject({
      kind: 'locked',
    })
    expect(await verifyPassword(OLD, await hashOf('leader'))).toBe(true)
  })

  test('is refused with every reason at once', async () => {
    const weak = runAs('leader', changePassword, { current: OLD, password: 'leader' })
    const codes = await weak.catch((error: FailureError) =>
      error.fields?.map(({ path, code }) => [path, code]),
    )
    expect(codes).toEqual([
      ['password', 'password.too_short'],
      ['password', 'password.contains_account'],
      ['password', 'password.contains_name'],
    ])
  })

  test('given by somebody else is replaced first, and only then', async () => {
    await expect(runAs('officer', replaceFirstPassword, { password: NEW, link: '' })).rejects.toMatchObject({
      code: 'password.not_asked',
    })
    await db.person.update({ where: { account: 'officer' }, data: { mustChangePassword: true } })
    await runAs('officer', replaceFirstPassword, { password: NEW, link: '' })
    const person = await db.person.findUniqueOrThrow({ where: { account: 'officer' } })
    expect(person.mustChangePassword).toBe(false)
    expect(await verifyPassword(NEW, person.passwordHash)).toBe(true)
  })
})

describe('the first start of a production', () => {
  test('makes the three administrators with a link each, again until one is used, and then no more', async () => {
    expect(await bootstrapAdministrators(db, NOW, BASE)).toEqual([])
    await db.person.updateMany({ data: { passwordHash: null } })
    const first = await bootstrapAdministrators(db, NOW, BASE)
    expect(first.map(({ role }) => role)).toEqual(['system_admin', 'security_admin', 'auditor'])
    const again = await bootstrapAdministrators(db, hours(1), BASE)
    expect(again.map(({ account }) => account)).toEqual(first.map(({ account }) => account))
    expect(await findPasswordLink(db, tokenOf(first[0]?.url ?? ''), hours(1))).toBeNull()
    await setPasswordByLink(db, { link: tokenOf(again[0]?.url ?? ''), password: NEW }, at(hours(1)))
    expect(await bootstrapAdministrators(db, hours(2), BASE)).toEqual([])
    expect(await auditOf('account.created')).toHaveLength(3)
    const grants = await db.roleGrant.findMany({ where: { unit: { code: 'xtgl' } } })
    expect(grants).toHaveLength(3)
  })
})
