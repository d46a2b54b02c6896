import { beforeAll, describe, expect, test } from 'vitest'
import { matchUnits } from '@/domain/directives/match-units'
import { passwordProblems } from '@/domain/org/password-rules'
import { conflictingRoles, ROLES } from '@/domain/permissions/roles'
import { db } from '@/server/db'
import { listDemoRoles, signInForDemo } from '@/server/org/demo-sign-in'
import { listPickerPeople } from '@/server/org/list-people'
import { listPickerUnits } from '@/server/org/list-units'
import { getPerson } from '@/server/org/get-person'
import { findActorByAccount, findActorBySession } from '@/server/org/load-actor'
import { loadRules, todayIn } from '@/server/load-rules'
import type { Ctx } from '@/server/context'
import { demoPeople } from './demo-people'
import { demoAccountOf, demoAccounts, DEMO_PASSWORD } from './seed-accounts'
import { seedOrganisation, type SeededOrganisation } from './seed-org'

const NOW = new Date('2026-03-10T02:00:00Z')
let org: SeededOrganisation
let ctx: Ctx

beforeAll(async () => {
  org = await seedOrganisation(db())
  const { settings, calendar } = await loadRules(db(), NOW)
  const today = todayIn(settings, NOW)
  const officer = await findActorByAccount(db(), demoAccountOf('officer'), today)
  if (!officer) throw new Error('no officer')
  ctx = {
    actor: officer.actor,
    tx: db() as unknown as Ctx['tx'],
    now: NOW,
    today,
    settings,
    calendar,
    address: '',
  }
})

describe('the demo ministry', () => {
  test('has the bureaus, affiliated units and provinces that it should, all named in both languages', async () => {
    const units = await listPickerUnits(ctx)
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length
    expect(
      ['office', 'bureau', 'affiliated', 'province', 'city', 'county', 'discipline', 'external'].map(count),
    ).toEqual([1, 12, 8, 6, 12, 6, 1, 2])
    for (const unit of units) {
      for (const name of [unit.name, unit.shortName]) expect(name).toMatch(/[\u4e00-\u9fff]/)
      for (const name of [unit.nameEn, unit.shortNameEn]) expect(name).toMatch(/^[A-Z][\w’\- ]+$/)
    }
    const working = units.filter(({ kind }) =>
      ['bureau', 'affiliated', 'province', 'city', 'county'].includes(kind),
    )
    expect(working.every(({ hasLiaison }) => hasLiaison)).toBe(true)
    expect(units.some(({ code }) => code === 'xtgl')).toBe(false)
  })

  test('is found by full, short and former names', async () => {
    const units = await listPickerUnits(ctx)
    const find = (name: string) => units.find(({ id }) => id === matchUnits(name, units)[0]?.unitId)?.code
    expect(
      ['救助司', '养老服务司', '民间组织管理局', 'Department of Child Welfare', '江州省民生厅'].map(find),
    ).toEqual(['shjz', 'ylfw', 'shzz', 'etfl', 'jiangzhou'])
  })

  test('has some 130 people with accounts of their own, and roles that may be held together', () => {
    const people = demoPeople()
    expect(people.length).toBeGreaterThan(120)
    expect(new Set(people.map(({ account }) => account)).size).toBe(people.length)
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
    for (const { account, name, nameEn, posts } of people) {
      expect(account).toMatch(/^[a-z]+$/)
      expect(nameEn).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
      expect(passwordProblems(DEMO_PASSWORD, { account, names: [name, nameEn] })).toEqual([])
      const roles = posts.map(({ role }) => role)
      for (const role of roles) expect(conflictingRoles(roles, role)).toEqual([])
    }
  })

  test('is made once; a second time it only says the ids', async () => {
    const again = await seedOrganisation(db())
    expect([...again.unitIds].sort()).toEqual([...org.unitIds].sort())
    expect(await db().person.count()).toBe(org.personIds.size)
  })

  test('lets a bureau reach itself, a province its cities and counties', async () => {
    const reachOf = async (unit: string) =>
      (await findActorByAccount(db(), demoAccountOf('unit_head', unit), ctx.today))?.actor.grants[0]?.reach
        .length
    expect(await reachOf('shjz')).toBe(1)
    expect(await reachOf('jiangzhou')).toBe(4)
  })
})

describe('its accounts', () => {
  test('one stands for each role, on a button that signs in', async () => {
    expect(demoAccounts().map(({ role }) => role)).toEqual([...ROLES])
    expect((await listDemoRoles()).map(({ role }) => role)).toEqual([...ROLES])
    const sessionId = await signInForDemo(db(), 'liaison', { now: NOW, address: '', userAgent: '' })
    const person = await findActorBySession(db(), sessionId, ctx.today)
    expect(person).toMatchObject({
      account: 'zhaoxiaolan',
      posts: [{ role: 'liaison', unitName: '社会救助司' }],
    })
    const nobody = signInForDemo(db(), 'king', { now: NOW, address: '', userAgent: '' })
    await expect(nobody).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('pickers offer people by role and unit, and never an administrator', async () => {
    expect(await listPickerPeople(ctx, { role: 'leader' })).toHaveLength(4)
    const unitId = org.unitIds.get('shjz')
    const people = await listPickerPeople(ctx, { unitId })
    expect(people.map(({ name }) => name).sort()).toEqual(['赵晓岚', '陈维', '韩明哲'].sort())
    expect(await listPickerPeople(ctx, { role: 'auditor' })).toEqual([])
    const card = await getPerson(ctx, people[0]?.id ?? '')
    expect(card.phone).toMatch(/^8\d{3}$/)
    await expect(getPerson(ctx, org.personIds.get('xuli') ?? '')).rejects.toMatchObject({ kind: 'not_found' })
  })
})
