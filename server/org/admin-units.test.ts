import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '@/server/db'
import { toLocalDateOrNull } from '@/server/dates'
import { buildDispatchedTask, ctxOf, runAs, testWorld } from '@/tests/factories'
import { createUnit, createUnitSchema } from './create-unit'
import { editUnit, editUnitSchema } from './edit-unit'
import { findUnits, getAdminUnit, listTopUnits } from './list-admin-units'
import { setGuidance, setGuidanceSchema } from './set-guidance'

let db: Db
let unitIds: Record<string, string>
beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  unitIds = world.org.unitIds
})

const FORM = {
  code: 'west',
  kind: 'province',
  name: '西省民政厅',
  shortName: '西省厅',
  nameEn: 'West',
  shortNameEn: 'West',
  aliases: '西省\n\n西省 \n西厅',
  validFromOn: '2020-04-10',
}
const create = (more: Record<string, unknown> = {}) =>
  createUnitSchema.parse({ ...FORM, parentId: unitIds.ministry, ...more })
const lastEntry = (event: string) =>
  db.auditEntry.findFirstOrThrow({ where: { event }, orderBy: { id: 'desc' }, include: { value: true } })

async function edit(code: string, more: Record<string, unknown> = {}) {
  const unit = await getAdminUnit(await ctxOf('sysadmin'), code)
  const { id, name, shortName, nameEn, shortNameEn, sort, version, validToOn } = unit
  const lists = { aliases: unit.aliases.join('\n'), formerNames: unit.formerNames.join('\n') }
  const form = { unitId: id, name, shortName, nameEn, shortNameEn, sort: String(sort), ...lists }
  return editUnitSchema.parse({ ...form, version: String(version), validToOn: validToOn ?? '', ...more })
}

describe('a unit', () => {
  test('is added below another by the system administrator, and stands in the tree and the record', async () => {
    await runAs('sysadmin', createUnit, create())
    const unit = await getAdminUnit(await ctxOf('sysadmin'), 'west')
    expect(unit).toMatchObject({ aliases: ['西省', '西厅'], validFromOn: '2020-04-10', validToOn: null })
    expect(unit.above.map(({ code }) => code)).toEqual(['ministry'])
    const { path } = await db.unit.findUniqueOrThrow({ where: { code: 'west' } })
    expect(path).toEqual([unitIds.ministry, unit.id])
    const entry = await lastEntry('unit.created')
    expect(entry).toMatchObject({ entityId: unit.id, actorRole: 'system_admin' })
    expect(entry.value?.after).toMatchObject({ code: 'west', parent: '部机关' })
    const tops = await listTopUnits(await ctxOf('sysadmin'), false)
    expect(tops[0]?.children.at(-1)?.code).toBe('west')
    expect((await findUnits(await ctxOf('sysadmin'), '西省')).map(({ code }) => code)).toEqual(['west'])
  })

  test('is added by nobody else', async () => {
    for (const account of ['secadmin', 'auditor', 'office-head', 'leader']) {
      await expect(runAs(account, createUnit, create({ code: 'x1' }))).rejects.toMatchObject({
        kind: 'forbidden',
      })
      await expect(ctxOf(account).then((ctx) => listTopUnits(ctx, false))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  test('is refused with a code or a name that is taken, in the wrong place, or as a second ministry', async () => {
    await expect(
      runAs('sysadmin', createUnit, create({ code: 'relief', name: '北省' })),
    ).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ code: 'unit.code_taken' }, { code: 'unit.name_taken' }],
    })
    await expect(
      runAs('sysadmin', createUnit, create({ code: 'x2', parentId: unitIds.relief })),
    ).rejects.toMatchObject({ code: 'unit.kind_unfit_here' })
    await expect(
      runAs('sysadmin', createUnit, create({ code: 'x3', validFromOn: '2017-12-31' })),
    ).rejects.toMatchObject({ code: 'unit.parent_not_in_effect' })
    await expect(
      runAs('sysadmin', createUnit, create({ code: 'x4', kind: 'ministry', parentId: '' })),
    ).rejects.toMatchObject({ code: 'unit.ministry_exists' })
  })

  test('that is renamed keeps its old name among the former ones', async () => {
    await runAs('sysadmin', editUnit, await edit('centre', { name: '数据中心' }))
    expect(await getAdminUnit(await ctxOf('sysadmin'), 'centre')).toMatchObject({
      name: '数据中心',
      formerNames: ['信息中心'],
      version: 2,
    })
    const entry = await lastEntry('unit.edited')
    expect(entry.value).toMatchObject({ before: { name: '信息中心' }, after: { name: '数据中心' } })
  })

  test('that somebody else changed in the meantime is left as it is', async () => {
    const stale = await edit('children')
    await runAs('sysadmin', editUnit, await edit('children', { duties: '儿童福利' }))
    await expect(runAs('sysadmin', editUnit, stale)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is edited by the system administrator alone', async () => {
    await expect(runAs('secadmin', editUnit, await edit('relief'))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('does not end while an assignment is open, a unit stands under it or a role is held there', async () => {
    const end = async (code: string, validToOn = '2020-12-31') =>
      runAs('sysadmin', editUnit, await edit(code, { validToOn }))
    await buildDispatchedTask([{ unit: 'elderly' }])
    await expect(end('elderly')).rejects.toMatchObject({
      code: 'unit.assignments_open',
      params: { count: 1 },
    })
    await expect(end('north')).rejects.toMatchObject({ code: 'unit.units_below', params: { count: 1 } })
    await expect(end('south-city')).rejects.toMatchObject({ code: 'unit.roles_held', params: { count: 2 } })
    await expect(end('finance', '2017-01-01')).rejects.toMatchObject({
      fields: [{ path: 'validToOn', code: 'unit.dates_out_of_order' }],
    })
    await end('finance')
    const { validToOn } = await db.unit.findUniqueOrThrow({ where: { code: 'finance' } })
    expect(toLocalDateOrNull(validToOn)).toBe('2020-12-31')
  })
})

describe('guidance', () => {
  const guide = async (code: string, guided: string[]) => {
    const { id, version } = await getAdminUnit(await ctxOf('sysadmin'), code)
    const guidedIds = guided.map((one) => unitIds[one] ?? '')
    return setGuidanceSchema.parse({ unitId: id, version: String(version), guidedIds })
  }
  const guidedBy = async (code: string) =>
    (await getAdminUnit(await ctxOf('sysadmin'), code)).guides.map((one) => one.code)

  test('of a bureau is set from today on; what ended keeps its dates', async () => {
    await runAs('sysadmin', setGuidance, await guide('relief', ['south']))
    expect(await guidedBy('relief')).toEqual(['south'])
    const ended = await db.guidance.findFirstOrThrow({ where: { guidedUnitId: unitIds.north } })
    expect(toLocalDateOrNull(ended.validToOn)).toBe('2020-04-09')
    await runAs('sysadmin', setGuidance, await guide('relief', ['north', 'south']))
    expect(await guidedBy('relief')).toEqual(['north', 'south'])
    await runAs('sysadmin', setGuidance, await guide('relief', []))
    expect(await guidedBy('relief')).toEqual([])
    const entry = await lastEntry('guidance.set')
    expect(entry.value).toMatchObject({ before: { guides: ['北省', '南省'].sort() }, after: { guides: [] } })
  })

  test('is refused to cities, to other units than bureaus, and to other people', async () => {
    const toCity = await guide('relief', ['north-city'])
    await expect(runAs('sysadmin', setGuidance, toCity)).rejects.toMatchObject({ code: 'unit.may_not_guide' })
    const fromCentre = await guide('office', ['north'])
    await expect(runAs('sysadmin', setGuidance, fromCentre)).rejects.toMatchObject({ kind: 'refused' })
    await expect(runAs('officer', setGuidance, await guide('relief', []))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
