import { beforeEach, describe, expect, test } from 'vitest'
import { TEMPLATES } from '@/domain/registers/templates'
import {
  dropIndicator,
  editIndicator,
  setUpIndicator,
  setUpIndicatorSchema,
} from '@/server/indicators/set-up-indicator'
import { listIndicators } from '@/server/indicators/list-indicators'
import { readComposerValues } from '@/server/indicators/report-values'
import { createRegister, createRegisterSchema } from '@/server/registers/create-register'
import { addRow } from '@/server/registers/fill-row'
import { fileReport, fileReportSchema } from '@/server/reports/file-report'
import { reviewReport } from '@/server/reports/review-report'
import { saveReportDraft, saveReportDraftSchema } from '@/server/reports/save-report-draft'
import { loadTask } from '@/server/tasks/load-task'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

let taskId = ''
let parts: Record<'relief' | 'elderly' | 'north', string>
const MAY = new Date('2020-05-06T02:00:00Z')

beforeEach(async () => {
  const { db, org } = await testWorld()
  const acknowledged = { status: 'in_progress' as const, acknowledgedAt: NOW }
  const task = await buildDispatchedTask([
    { unit: 'relief', data: acknowledged },
    { unit: 'elderly', data: acknowledged },
  ])
  await db.task.update({ where: { id: task.id }, data: { status: 'in_progress' } })
  const of = (unit: string) => task.assignments.find((one) => one.unitId === org.unitIds[unit])?.id ?? ''
  const below = await db.assignment.create({
    data: {
      taskId: task.id,
      unitId: org.unitIds.north ?? '',
      part: 'local',
      parentAssignmentId: of('relief'),
      acknowledgeDueOn: NOW,
      refuseDueOn: NOW,
      dispatchedAt: NOW,
      ...acknowledged,
    },
  })
  taskId = task.id
  parts = { relief: of('relief'), elderly: of('elderly'), north: below.id }
})

async function setUp(more: Record<string, string> = {}) {
  const { db } = await testWorld()
  const form = { taskId, name: '覆盖率', measure: '户', baseline: '0', target: '1,000', ...more }
  await runAs('officer', setUpIndicator, setUpIndicatorSchema.parse(form))
  return db.indicator.findFirstOrThrow({ where: { taskId }, orderBy: { sort: 'desc' } })
}
const draft = (part: keyof typeof parts, values: Record<string, string>, days: string[] = []) => ({
  assignmentId: parts[part],
  kind: 'progress',
  claimedProgress: '40',
  done: `走访 ${Object.values(values).join()} 户`,
  version: '',
  sameSeen: '1',
  indicatorIds: Object.keys(values),
  indicatorDays: Object.keys(values).map((_, i) => days[i] ?? '2020-04-10'),
  indicatorValues: Object.values(values),
})
const report = (account: string, input: ReturnType<typeof draft>, now = NOW) =>
  runAs(account, fileReport, fileReportSchema.parse(input), { now })
async function seen(account: string, now = NOW) {
  const ctx = await ctxOf(account, now)
  return listIndicators(ctx, await loadTask(ctx, taskId))
}
async function review(decision: 'accept' | 'return') {
  const { db } = await testWorld()
  const { id, version } = await db.report.findFirstOrThrow({
    where: { assignment: { taskId }, status: 'submitted' },
  })
  await runAs(
    'officer',
    reviewReport,
    decision === 'accept'
      ? { reportId: id, version, decision, verifiedProgress: 40, basis: 'document', reason: '' }
      : { reportId: id, version, decision, returnKind: 'doubtful', reason: '口径不对' },
  )
}

describe('setting up', () => {
  test('an officer sets one up, edits and drops it; recorded; a unit may not, a stranger learns nothing', async () => {
    const one = await setUp({ path: '2020-05-31 400\n6-15 700' })
    expect(one.path).toEqual([
      { on: '2020-05-31', value: 400 },
      { on: '2020-06-15', value: 700 },
    ])
    const { taskId: _id, ...fields } = setUpIndicatorSchema.parse({ taskId, name: '覆盖户数', measure: '户' })
    await runAs('officer', editIndicator, { indicatorId: one.id, version: 1, ...fields })
    await runAs('officer', dropIndicator, { indicatorId: one.id, version: 2, reason: '不再需要' })
    expect(await auditOf(one.id)).toEqual(['indicator.added', 'indicator.edited', 'indicator.dropped'])
    expect(await seen('officer')).toEqual([])
    const input = setUpIndicatorSchema.parse({ taskId, name: '又一个' })
    await expect(runAs('relief-head', setUpIndicator, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(runAs('children-head', setUpIndicator, input)).rejects.toMatchObject({ kind: 'not_found' })
  })
  test('a path that cannot be read says which line, and a stale version is a conflict', async () => {
    await expect(setUp({ path: '2020-05-31 400\n六月 多' })).rejects.toMatchObject({
      fields: [{ path: 'path', code: 'indicator.point_unreadable', params: { line: 2 } }],
    })
    const one = await setUp()
    const drop = { indicatorId: one.id, version: 7, reason: '不再需要' }
    await expect(runAs('officer', dropIndicator, drop)).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('values come with reports', () => {
  test('a liaison’s draft keeps them, the head’s signature makes them values, a return takes them back', async () => {
    const one = await setUp()
    const typed = saveReportDraftSchema.parse(draft('relief', { [one.id]: '约三百' }))
    const { reportId, version } = await runAs(
      'relief-liaison',
      (ctx, input: typeof typed) => saveReportDraft(ctx, input),
      typed,
    )
    await expect(
      report('relief-liaison', { ...draft('relief', { [one.id]: '约三百' }), version: String(version) }),
    ).rejects.toMatchObject({ fields: [{ path: `indicator-${one.id}`, code: 'indicator.not_a_number' }] })
    const { db } = await testWorld()
    await db.report.delete({ where: { id: reportId } })
    await report('relief-head', draft('relief', { [one.id]: '300' }))
    expect((await seen('officer'))[0]).toMatchObject({ total: { value: 300 }, asOf: '2020-04-10' })
    await review('return')
    expect((await seen('officer'))[0]).toMatchObject({ total: { value: null } })
    const answer = await readComposerValues(
      await ctxOf('relief-head'),
      await loadTask(await ctxOf('relief-head'), taskId),
      (await loadTask(await ctxOf('relief-head'), taskId)).assignments.find((a) => a.id === parts.relief)!,
      null,
    )
    expect(answer[0]).toMatchObject({ last: null, days: [{ on: '2020-04-10' }] })
    await report('relief-head', draft('relief', { [one.id]: '280' }))
    await review('accept')
    const [now] = await seen('officer')
    expect(now).toMatchObject({ total: { value: 280 }, forecast: null })
    expect(now?.values).toMatchObject([
      { value: 280, was: 300, superseded: false },
      { value: 300, superseded: true, reportStatus: 'returned' },
    ])
    expect(await auditOf(one.id)).toEqual(['indicator.added', 'indicator.valued', 'indicator.valued'])
    await expect(db.indicatorValue.updateMany({ data: { value: 1 } })).rejects.toThrow()
    await expect(db.indicatorValue.deleteMany({})).rejects.toThrow()
  })
  test('a value for a period that is over is late; one for a day that is not open is refused', async () => {
    const one = await setUp({ cycle: 'monthly' })
    await report('relief-head', draft('relief', { [one.id]: '120' }, ['2020-04-30']), MAY)
    expect((await seen('officer', MAY))[0]?.values).toMatchObject([{ asOf: '2020-04-30', late: true }])
    await review('accept')
    await expect(
      report('relief-head', draft('relief', { [one.id]: '130' }, ['2020-03-31']), MAY),
    ).rejects.toMatchObject({ fields: [{ code: 'indicator.no_such_period' }] })
  })
  test('split by unit they add up, the own figure beside what stands below it; each unit reads what it may', async () => {
    const one = await setUp({ splitByUnit: '1' })
    await report('north-head', draft('north', { [one.id]: '30' }))
    await report('elderly-head', draft('elderly', { [one.id]: '20' }))
    const [first] = await seen('officer')
    expect(first).toMatchObject({ total: { value: 50, given: 2, of: 2 } })
    const lead = first?.parts.find((part) => part.id === parts.relief)
    expect(lead).toMatchObject({ own: null, below: { value: 30, given: 1, of: 1 } })
    await report('relief-head', draft('relief', { [one.id]: '45' }))
    expect((await seen('officer'))[0]?.total?.value).toBe(65)
    expect((await seen('relief-liaison'))[0]?.total?.value).toBe(65)
    const [supporter] = await seen('elderly-liaison')
    expect(supporter).toMatchObject({ total: null, series: [], parts: [{ id: parts.elderly, own: 20 }] })
    expect(supporter?.values.map((value) => value.value)).toEqual([20])
  })
  test('a unit that is not asked cannot slip a figure in', async () => {
    const one = await setUp()
    await expect(report('elderly-head', draft('elderly', { [one.id]: '9' }))).rejects.toMatchObject({
      fields: [{ code: 'indicator.not_yours' }],
    })
  })
})

test('a register feeds an indicator: its rows are counted, a column of numbers is summed', async () => {
  const { db } = await testWorld()
  const { no } = await runAs(
    'officer',
    createRegister,
    createRegisterSchema.parse({ taskId, title: '就业', columns: JSON.stringify(TEMPLATES.jobs.columns) }),
  )
  const register = await db.register.findFirstOrThrow({ where: { taskId, no } })
  const rows = await setUp({ registerId: register.id })
  await setUp({ registerId: register.id, registerColumn: 'people', name: '人数' })
  await expect(setUp({ registerId: register.id, registerColumn: 'employer' })).rejects.toMatchObject({
    fields: [{ code: 'indicator.no_such_column' }],
  })
  const add = (account: string, part: keyof typeof parts, people: string) =>
    runAs(account, addRow, {
      registerId: register.id,
      assignmentId: parts[part],
      'cell.employer': `厂${people}`,
      'cell.on': '2020-04-01',
      'cell.people': people,
    })
  await add('relief-liaison', 'relief', '12')
  await add('north-liaison', 'north', '30')
  await add('elderly-liaison', 'elderly', '5')
  const [count, sum] = await seen('officer')
  expect(count?.total?.value).toBe(3)
  expect(sum).toMatchObject({ total: { value: 47 }, register: { column: { name: '人数' } } })
  expect(sum?.parts.find((part) => part.id === parts.relief)).toMatchObject({ own: 12, below: { value: 30 } })
  await expect(report('relief-head', draft('relief', { [rows.id]: '9' }))).rejects.toMatchObject({
    fields: [{ code: 'indicator.not_yours' }],
  })
})
