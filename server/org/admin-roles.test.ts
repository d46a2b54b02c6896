import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '@/server/db'
import { toLocalDateOrNull } from '@/server/dates'
import { actorOf, ctxOf, runAs, testWorld } from '@/tests/factories'
import { ensureAdministrationUnit } from './administration-unit'
import { grantRole, grantRoleSchema } from './grant-role'
import { findPeopleToGrant, findUnitsToGrant, listGrants } from './list-grants'
import { withdrawRole, withdrawRoleSchema } from './withdraw-role'

let db: Db
let unitIds: Record<string, string>
let personIds: Record<string, string>
beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  ;({ unitIds, personIds } = world.org)
})

const grant = (account: string, role: string, unit: string, more: Record<string, unknown> = {}) =>
  grantRoleSchema.parse({
    personId: personIds[account],
    unitId: unitIds[unit],
    role,
    validFromOn: '2020-04-10',
    validToOn: '',
    reason: '新任',
    ...more,
  })
const idOf = async (account: string, role: string, unit: string) => {
  const where = { personId: personIds[account], unitId: unitIds[unit] }
  const grants = await db.roleGrant.findMany({ where })
  return grants.find((one) => one.role === role)?.id ?? ''
}
const withdraw = (grantId: string, more: Record<string, unknown> = {}) =>
  withdrawRoleSchema.parse({ grantId, when: 'now', reason: '调离', ...more })
const lastEntry = (event: string) =>
  db.auditEntry.findFirstOrThrow({ where: { event }, orderBy: { id: 'desc' }, include: { value: true } })

describe('a role', () => {
  test('is granted by the security administrator, and holds at once', async () => {
    await runAs(
      'secadmin',
      grantRole,
      grant('relief-liaison', 'liaison', 'elderly', { validToOn: '2020-12-31' }),
    )
    const { grants } = await actorOf('relief-liaison')
    expect(grants.map(({ unitId }) => unitId)).toContain(unitIds.elderly)
    const entry = await lastEntry('role.granted')
    expect(entry).toMatchObject({ actorRole: 'security_admin', entityId: personIds['relief-liaison'] })
    expect(entry.value?.after).toMatchObject({
      account: 'relief-liaison',
      role: 'liaison',
      validToOn: '2020-12-31',
      reason: '新任',
    })
  })

  test('is granted by nobody else, the system administrator included', async () => {
    for (const account of ['sysadmin', 'auditor', 'office-head', 'leader']) {
      await expect(runAs(account, grantRole, grant('officer', 'officer', 'office'))).rejects.toMatchObject({
        kind: 'forbidden',
      })
      await expect(
        ctxOf(account).then((ctx) => listGrants(ctx, { words: '', role: null, state: 'held' })),
      ).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  test('of an administrator excludes every other, on the days that both would be held', async () => {
    await expect(
      runAs('secadmin', grantRole, grant('auditor', 'system_admin', 'ministry')),
    ).rejects.toMatchObject({ code: 'role.conflict', params: { held: 'auditor', wanted: 'system_admin' } })
    await expect(runAs('secadmin', grantRole, grant('officer', 'auditor', 'office'))).rejects.toMatchObject({
      code: 'role.conflict',
    })
    const later = grant('relief-liaison', 'auditor', 'centre', { validFromOn: '2021-01-01' })
    await expect(runAs('secadmin', grantRole, later)).rejects.toMatchObject({
      params: { held: 'liaison', wanted: 'auditor' },
    })
  })

  test('is held at a fitting unit in effect, by somebody in post, from today on, and once', async () => {
    const refusals: [ReturnType<typeof grant>, object][] = [
      [grant('officer', 'leader', 'office'), { fields: [{ path: 'unitId', code: 'role.unit_unfit' }] }],
      [grant('officer', 'office_head', 'relief'), { fields: [{ code: 'role.unit_unfit' }] }],
      [grant('officer', 'liaison', 'finance'), { fields: [{ code: 'role.unit_unfit' }] }],
      [
        grant('officer', 'officer', 'office', { validFromOn: '2020-04-09' }),
        { fields: [{ code: 'role.starts_in_past' }] },
      ],
      [
        grant('officer', 'liaison', 'relief', { validToOn: '2020-04-09' }),
        { fields: [{ code: 'role.dates_out_of_order' }] },
      ],
      [grant('officer', 'officer', 'office'), { code: 'role.already_held' }],
    ]
    for (const [input, refusal] of refusals)
      await expect(runAs('secadmin', grantRole, input)).rejects.toMatchObject(refusal)
    await db.unit.update({ where: { code: 'children' }, data: { validToOn: new Date('2020-06-30') } })
    await expect(runAs('secadmin', grantRole, grant('officer', 'liaison', 'children'))).rejects.toMatchObject(
      {
        fields: [{ path: 'unitId', code: 'role.unit_not_in_effect' }],
      },
    )
    await db.person.update({ where: { account: 'officer2' }, data: { status: 'left' } })
    await expect(runAs('secadmin', grantRole, grant('officer2', 'liaison', 'relief'))).rejects.toMatchObject({
      fields: [{ path: 'personId', code: 'role.person_left' }],
    })
  })

  test('of business is not held at the administrators’ own unit', async () => {
    unitIds.xtgl = await ensureAdministrationUnit(db, '2018-01-01')
    await expect(runAs('secadmin', grantRole, grant('officer', 'liaison', 'xtgl'))).rejects.toMatchObject({
      fields: [{ path: 'unitId', code: 'role.unit_unfit' }],
    })
  })

  test('is withdrawn at once or after a last day, with the reason in the record', async () => {
    const head = await idOf('north-head', 'unit_head', 'north')
    await expect(runAs('sysadmin', withdrawRole, withdraw(head))).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('secadmin', withdrawRole, withdraw(head))
    expect((await actorOf('north-head')).grants).toEqual([])
    const entry = await lastEntry('role.withdrawn')
    expect(entry.value).toMatchObject({
      before: { account: 'north-head', validToOn: null },
      after: { validToOn: '2020-04-09', reason: '调离' },
    })
    await expect(runAs('secadmin', withdrawRole, withdraw(head))).rejects.toMatchObject({
      code: 'role.already_ended',
    })

    const liaison = await idOf('north-liaison', 'liaison', 'north')
    const past = withdraw(liaison, { when: 'on', lastDayOn: '2020-04-09' })
    await expect(runAs('secadmin', withdrawRole, past)).rejects.toMatchObject({
      fields: [{ code: 'role.last_day_past' }],
    })
    await runAs('secadmin', withdrawRole, withdraw(liaison, { when: 'on', lastDayOn: '2020-04-30' }))
    const { validToOn } = await db.roleGrant.findUniqueOrThrow({ where: { id: liaison } })
    expect(toLocalDateOrNull(validToOn)).toBe('2020-04-30')
    expect((await actorOf('north-liaison')).grants).toHaveLength(1)
  })

  test('granted today and withdrawn at once leaves no grant behind, and may be granted again', async () => {
    await runAs('secadmin', grantRole, grant('south-head', 'liaison', 'south'))
    await runAs('secadmin', withdrawRole, withdraw(await idOf('south-head', 'liaison', 'south')))
    expect(await idOf('south-head', 'liaison', 'south')).toBe('')
    await runAs('secadmin', grantRole, grant('south-head', 'liaison', 'south'))
  })

  test('of the last administrator stays until there is a successor', async () => {
    const last = await idOf('secadmin', 'security_admin', 'ministry')
    await expect(runAs('secadmin', withdrawRole, withdraw(last))).rejects.toMatchObject({
      code: 'role.last_holder',
      params: { role: 'security_admin' },
    })
    const successor = await db.person.create({
      data: { account: 'successor', name: '继任', nameEn: 'Successor' },
    })
    personIds.successor = successor.id
    await runAs('secadmin', grantRole, grant('successor', 'security_admin', 'ministry'))
    await runAs('secadmin', withdrawRole, withdraw(last))
    await runAs('successor', grantRole, grant('secadmin', 'security_admin', 'ministry'))
  })
})

describe('the list of grants', () => {
  test('is found by person, unit and role; ended ones apart', async () => {
    const ctx = await ctxOf('successor')
    const held = await listGrants(ctx, { words: '督查办', role: null, state: 'held' })
    expect(held.rows.map(({ person }) => person.account).sort()).toEqual([
      'office-head',
      'officer',
      'officer2',
    ])
    const liaisons = await listGrants(ctx, { words: 'south', role: 'liaison', state: 'held' })
    expect(liaisons.total).toBe(3)
    const ended = await listGrants(ctx, { words: '', role: null, state: 'ended' })
    expect(ended.rows.map(({ person }) => person.account)).toContain('north-head')
  })
  test('offers people in post and units with accounts to choose from', async () => {
    const ctx = await ctxOf('successor')
    expect((await findPeopleToGrant(ctx, 'officer')).map(({ account }) => account)).toEqual(['officer'])
    expect(await findUnitsToGrant(ctx, '财政')).toEqual([])
    expect((await findUnitsToGrant(ctx, 'north-c')).map(({ code }) => code)).toEqual([
      'north-city',
      'north-county',
    ])
  })
})
