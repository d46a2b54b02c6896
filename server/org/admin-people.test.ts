import { beforeAll, describe, expect, test } from 'vitest'
import { toLocalDateOrNull } from '@/server/dates'
import type { Db } from '@/server/db'
import { ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { createPerson, createPersonSchema } from './create-person'
import { editPerson, editPersonSchema } from './edit-person'
import { getAdminPerson, listAdminPeople } from './list-admin-people'
import { markPersonLeft, markPersonLeftSchema } from './mark-person-left'

let db: Db
let personIds: Record<string, string>
beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  personIds = world.org.personIds
})

const person = (more: Record<string, unknown> = {}) =>
  createPersonSchema.parse({ account: ' LiJing ', name: '李静', nameEn: 'Li Jing', title: '干部', ...more })
const leave = async (account: string, lastDayOn = '2020-04-10') => {
  const { id, version } = await getAdminPerson(await ctxOf('sysadmin'), account)
  return markPersonLeftSchema.parse({ personId: id, version: String(version), lastDayOn })
}
const entriesOf = (entityId: string, event: string) =>
  db.auditEntry.findMany({ where: { entityId, event }, include: { value: true } })

describe('a person', () => {
  test('is added without a password and without roles, and written into the record', async () => {
    expect(await runAs('sysadmin', createPerson, person())).toEqual({ account: 'lijing' })
    const added = await getAdminPerson(await ctxOf('sysadmin'), 'lijing')
    expect(added).toMatchObject({ name: '李静', hasPassword: false, posts: [], status: 'active' })
    const [entry] = await entriesOf(added.id, 'account.created')
    expect(entry).toMatchObject({ actorRole: 'system_admin' })
    expect(entry?.value?.after).toMatchObject({ account: 'lijing', title: '干部' })
  })

  test('is added once an account, and by the system administrator alone', async () => {
    await expect(runAs('sysadmin', createPerson, person({ account: 'officer' }))).rejects.toMatchObject({
      fields: [{ path: 'account', code: 'account.taken' }],
    })
    for (const account of ['secadmin', 'auditor', 'office-head']) {
      await expect(runAs(account, createPerson, person({ account: 'other' }))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  test('is renamed; a stale form changes nothing', async () => {
    const { id, version } = await getAdminPerson(await ctxOf('sysadmin'), 'officer2')
    const form = { personId: id, version: String(version), name: '王芳', nameEn: 'Wang Fang', phone: '8102' }
    expect(await runAs('sysadmin', editPerson, editPersonSchema.parse(form))).toEqual({ account: 'officer2' })
    await expect(runAs('sysadmin', editPerson, editPersonSchema.parse(form))).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(runAs('secadmin', editPerson, editPersonSchema.parse(form))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const [entry] = await entriesOf(id, 'account.edited')
    expect(entry?.value).toMatchObject({
      before: { name: '某officer2' },
      after: { name: '王芳', phone: '8102' },
    })
  })

  test('who leaves can no longer be signed in, and holds no role after the last day', async () => {
    const personId = personIds['relief-liaison'] ?? ''
    await db.session.create({ data: { personId, createdAt: NOW, seenAt: NOW } })
    await db.passwordLink.create({
      data: { personId, tokenHash: 'x', purpose: 'first', expiresAt: new Date('2030-01-01') },
    })
    const planned = {
      personId,
      unitId: (await testWorld()).org.unitIds.elderly ?? '',
      role: 'liaison' as const,
    }
    await db.roleGrant.create({ data: { ...planned, validFromOn: new Date('2020-05-01T00:00:00Z') } })
    const form = await leave('relief-liaison', '2020-04-08')
    await expect(runAs('relief-head', markPersonLeft, form)).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('sysadmin', markPersonLeft, form)

    const grants = await db.roleGrant.findMany({ where: { personId } })
    expect(grants.map(({ validToOn }) => toLocalDateOrNull(validToOn))).toEqual(['2020-04-08'])
    expect(await db.session.findFirstOrThrow({ where: { personId } })).toMatchObject({
      endedAt: NOW,
      endReason: 'left',
    })
    expect(await db.passwordLink.count({ where: { personId } })).toBe(0)
    const [entry] = await entriesOf(personId, 'account.left')
    expect(entry?.value?.after).toMatchObject({ lastDayOn: '2020-04-08', sessions: 1 })
    await expect(runAs('sysadmin', markPersonLeft, await leave('relief-liaison'))).rejects.toMatchObject({
      code: 'account.has_left',
    })
  })

  test('leaves on a day that has come, not by their own hand, and not as the last administrator', async () => {
    await expect(
      runAs('sysadmin', markPersonLeft, await leave('officer', '2020-04-11')),
    ).rejects.toMatchObject({
      fields: [{ code: 'account.last_day_ahead' }],
    })
    await expect(runAs('sysadmin', markPersonLeft, await leave('sysadmin'))).rejects.toMatchObject({
      code: 'account.not_self',
    })
    await expect(runAs('sysadmin', markPersonLeft, await leave('secadmin'))).rejects.toMatchObject({
      code: 'role.last_holder',
      params: { role: 'security_admin' },
    })
  })
})

describe('the list of people', () => {
  test('is found by a word, paged both ways by account, and closed to others', async () => {
    const ctx = await ctxOf('sysadmin')
    const found = await listAdminPeople(ctx, { words: 'north', status: 'active' })
    expect(found.rows.map(({ account }) => account)).toContain('north-city-head')
    expect(found.total).toBe(6)
    const from = await listAdminPeople(ctx, { words: 'north', status: 'active', after: 'north-city-liaison' })
    expect(from.rows[0]?.account).toBe('north-county-head')
    expect(from).toMatchObject({ prev: 'north-county-head', next: null })
    const back = await listAdminPeople(ctx, { words: 'north', status: 'active', before: 'north-county-head' })
    expect(back.rows.map(({ account }) => account)).toEqual(['north-city-head', 'north-city-liaison'])
    expect(back).toMatchObject({ prev: null, next: 'north-city-liaison' })
    await expect(
      ctxOf('secadmin').then((other) => listAdminPeople(other, { words: '', status: 'active' })),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
