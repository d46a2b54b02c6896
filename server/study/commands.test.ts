import { beforeEach, expect, test } from 'vitest'
import { countDuties } from '@/server/notifications/duties'
import { confirmReading } from '@/server/study/confirm-reading'
import { listStudy } from '@/server/study/list-study'
import { nameReaders } from '@/server/study/name-readers'
import { recordStudy } from '@/server/study/record-study'
import { requireStudy } from '@/server/study/require-study'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

let directiveId = ''
let unitId = ''
let otherId = ''
beforeEach(async () => {
  const { org } = await testWorld()
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
  directiveId = directive.id
  unitId = org.unitIds.relief ?? ''
  otherId = org.unitIds.elderly ?? ''
  await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }, { unit: 'finance' }], { directiveId })
})

const require = (account = 'office-head', unitIds = [unitId, otherId]) =>
  runAs(account, requireStudy, { directiveId, unitIds })
const name = (more: Partial<Parameters<typeof nameReaders>[1]> = {}, account = 'relief-head') =>
  runAs(account, nameReaders, { directiveId, unitId, version: 1, everyone: 'on', personIds: [], ...more })
const record = (more: Partial<Parameters<typeof recordStudy>[1]> = {}, account = 'relief-liaison') =>
  runAs(account, recordStudy, {
    directiveId,
    unitId,
    version: 2,
    studiedOn: '2020-04-10',
    attendance: '全体 12 人',
    record: '逐条学习，分工到处。',
    ...more,
  })
const seen = async (account: string) => (await listStudy(await ctxOf(account), directiveId)).units
const kinds = async (account: string) => Object.keys(await countDuties(await ctxOf(account)))

test('the office asks, the head names everyone, each confirms, the liaison records: each is a duty until it is done', async () => {
  expect((await require()).added).toBe(2)
  expect((await require()).added).toBe(0)
  expect(await kinds('relief-head')).toContain('name_readers')
  expect(await kinds('relief-liaison')).not.toContain('name_readers')
  await name()
  expect(await kinds('relief-liaison')).toEqual(expect.arrayContaining(['read_directive', 'record_study']))
  await runAs('relief-liaison', confirmReading, { directiveId, unitId })
  await runAs('relief-liaison', confirmReading, { directiveId, unitId })
  await record()
  expect(await kinds('relief-liaison')).not.toContain('read_directive')
  expect(await kinds('relief-liaison')).not.toContain('record_study')
  const [relief] = await seen('office-head')
  expect(relief).toMatchObject({ named: true, studiedOn: '2020-04-10', record: '逐条学习，分工到处。' })
  expect(relief?.readers.map((one) => one.confirmedAt !== null).sort()).toEqual([false, true])
  expect(await auditOf(directiveId)).toEqual([
    'study.required',
    'study.named',
    'study.confirmed',
    'study.recorded',
  ])
})

test('a unit sees its own study only, the office, leaders and discipline see all', async () => {
  await require()
  expect((await seen('relief-liaison')).map((one) => one.unitId)).toEqual([unitId])
  for (const account of ['office-head', 'leader', 'inspector']) expect(await seen(account)).toHaveLength(2)
  await expect(seen('children-head')).rejects.toMatchObject({ kind: 'not_found' })
})

test('only units that received the directive are asked, by the office or a leader, once it is in force', async () => {
  const { db, org } = await testWorld()
  for (const gone of [org.unitIds.children ?? '', org.unitIds.finance ?? '']) {
    await expect(require('office-head', [gone])).rejects.toMatchObject({ code: 'study.unit_not_reading' })
  }
  await expect(require('office-head', [])).rejects.toMatchObject({ code: 'study.no_unit' })
  for (const account of ['relief-head', 'inspector'])
    await expect(require(account)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(require('children-head')).rejects.toMatchObject({ kind: 'not_found' })
  expect((await require('officer')).added).toBe(2)
  await db.directive.update({ where: { id: directiveId }, data: { status: 'closed' } })
  await expect(require()).rejects.toMatchObject({ code: 'study.not_in_force' })
})

test('the head names people of the own unit, and at least one; another unit’s head names none', async () => {
  const { org } = await testWorld()
  await require()
  await expect(name({ everyone: '' })).rejects.toMatchObject({ fields: [{ code: 'study.no_reader' }] })
  const personIds = [org.personIds['elderly-head'] ?? '']
  await expect(name({ everyone: '', personIds })).rejects.toMatchObject({ code: 'study.person_elsewhere' })
  await expect(name({}, 'elderly-head')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(name({}, 'relief-liaison')).rejects.toMatchObject({ kind: 'forbidden' })
  await name({ everyone: '', personIds: [org.personIds['relief-liaison'] ?? ''] })
  await expect(name()).rejects.toMatchObject({ kind: 'conflict' })
  await expect(runAs('relief-head', confirmReading, { directiveId, unitId })).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('a confirmed reading is kept, a record is of a day that was and put right under its version', async () => {
  const { db, org } = await testWorld()
  await require()
  await name()
  await runAs('relief-liaison', confirmReading, { directiveId, unitId })
  const where = { directiveId, unitId, personId: org.personIds['relief-liaison'] }
  await expect(db.studyReader.deleteMany({ where })).rejects.toThrow()
  await expect(record({ studiedOn: '2020-04-11' })).rejects.toMatchObject({
    fields: [{ code: 'study.date_to_come' }],
  })
  await record()
  await expect(record({ record: '更正。' })).rejects.toMatchObject({ kind: 'conflict' })
  await record({ record: '更正。', version: 3 })
  await expect(record({ version: 4 }, 'elderly-liaison')).rejects.toMatchObject({ kind: 'forbidden' })
})
