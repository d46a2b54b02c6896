import { beforeAll, describe, expect, test } from 'vitest'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import type { Db } from '@/server/db'
import { effectUnitChanges } from '@/server/jobs/effect-unit-changes'
import { createUnit, createUnitSchema } from '@/server/org/create-unit'
import { saveReportDraft, saveReportDraftSchema } from '@/server/reports/save-report-draft'
import { fileReport } from '@/server/reports/file-report'
import { getTask } from '@/server/tasks/get-task'
import { actorOf, auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { checkUnitChangeSchema, unitChangeFormSchema } from './check-unit-change'
import { decideUnitChange } from './decide-unit-change'
import { listUnitChanges } from './list-unit-changes'
import { proposeUnitChange, proposeUnitChangeSchema } from './propose-unit-change'
import { withdrawUnitChange } from './withdraw-unit-change'

let db: Db
let unitIds: Record<string, string>
beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  unitIds = world.org.unitIds
})

const id = (code: string) => unitIds[code] ?? ''
const proposal = (kind: string, from: string[], to: string[], more: Record<string, unknown> = {}) =>
  proposeUnitChangeSchema.parse({
    kind,
    fromIds: from.map(id),
    toIds: to.map(id),
    effectiveOn: '2020-04-10',
    reason: '机构改革',
    plan: to.length > 0 ? { fallbackId: id(to[0] ?? '') } : {},
    ...more,
  })
const propose = async (...args: Parameters<typeof proposal>) =>
  (await runAs('sysadmin', proposeUnitChange, proposal(...args))).no
const confirm = (no: number, more = {}) =>
  runAs('secadmin', decideUnitChange, { no, version: 1, decision: 'confirm', reason: '已核', ...more })
const addBureau = async (code: string) => {
  const names = { name: `${code}司`, shortName: `${code}司`, nameEn: code, shortNameEn: code }
  const form = { code, kind: 'bureau', ...names, parentId: id('ministry'), validFromOn: '2020-04-01' }
  await runAs('sysadmin', createUnit, createUnitSchema.parse(form))
  unitIds[code] = (await db.unit.findUniqueOrThrow({ where: { code } })).id
}
const running = { status: 'acknowledged' as const, acknowledgedAt: NOW }

describe('a merger', () => {
  test('waits for the security administrator; then the successor has the open work, and history names the old unit', async () => {
    const open = await buildDispatchedTask([{ unit: 'children', data: running }, { unit: 'relief' }], {
      status: 'in_progress',
    })
    const closed = await buildDispatchedTask(
      [{ unit: 'children', data: { ...running, status: 'accepted', acceptedAt: NOW } }],
      {
        status: 'completed',
        completedAt: NOW,
        completedOn: fromLocalDate('2020-04-10'),
      },
    )
    const [lead] = open.assignments
    await db.report.create({
      data: {
        assignmentId: lead?.id ?? '',
        seq: 1,
        kind: 'progress',
        status: 'submitted',
        claimedProgress: 40,
        done: '已做',
        writtenById: (await actorOf('children-liaison')).personId ?? '',
        submittedAt: NOW,
        createdAt: NOW,
        updatedAt: NOW,
      },
    })
    const no = await propose('merge', ['children'], ['elderly'])
    expect((await db.assignment.findUniqueOrThrow({ where: { id: lead?.id } })).unitId).toBe(id('children'))
    expect(await confirm(no)).toMatchObject({ no, tasks: 1 })

    const moved = await db.assignment.findUniqueOrThrow({
      where: { id: lead?.id },
      include: { formerHolders: true, reports: true },
    })
    expect(moved).toMatchObject({
      unitId: id('elderly'),
      status: 'acknowledged',
      part: 'lead',
      claimedProgress: 40,
    })
    expect(moved.reports).toHaveLength(1)
    expect(moved.formerHolders).toMatchObject([{ unitId: id('children') }])
    expect(await auditOf(moved.id)).toContain('assignment.handed_over')
    expect((await db.task.findUniqueOrThrow({ where: { id: open.id } })).leadUnitId).toBe(id('elderly'))
    const ended = await db.unit.findUniqueOrThrow({
      where: { id: id('children') },
      include: { successors: true },
    })
    expect(toLocalDateOrNull(ended.validToOn)).toBe('2020-04-09')
    expect(ended.successors).toMatchObject([{ successorId: id('elderly') }])
    const page = await getTask(await ctxOf('elderly-liaison'), open.no)
    expect(page.reports.map((report) => report.unit.name)).toEqual(['儿童司'])
    // People came along; closed work stays under the old name and is read by those who took over.
    expect((await actorOf('children-liaison')).grants).toMatchObject([
      { role: 'liaison', unitId: id('elderly') },
    ])
    const [assignment] = await db.assignment.findMany({ where: { taskId: closed.id } })
    expect(assignment?.unitId).toBe(id('children'))
    for (const account of ['elderly-liaison', 'children-head'])
      expect((await getTask(await ctxOf(account), closed.no)).title).toBe(closed.title)
    const events = await db.auditEntry.findMany({
      where: { event: { in: ['unit.change_proposed', 'unit.move_confirmed', 'unit.merged'] } },
      orderBy: { id: 'asc' },
    })
    expect(events.map((one) => [one.event, one.actorRole])).toEqual([
      ['unit.change_proposed', 'system_admin'],
      ['unit.move_confirmed', 'security_admin'],
      ['unit.merged', 'security_admin'],
    ])
  })

  test('leaves one lead where both units work on a task, and hangs below it what hung below the other', async () => {
    await addBureau('aged')
    const task = await buildDispatchedTask(
      [
        { unit: 'aged', data: running },
        { unit: 'centre', data: running },
      ],
      { status: 'in_progress' },
    )
    const [lead, supporting] = task.assignments
    const child = await db.assignment.create({
      data: {
        taskId: task.id,
        unitId: id('south'),
        part: 'local',
        parentAssignmentId: supporting?.id,
        dueOn: supporting?.dueOn,
        originalDueOn: supporting?.dueOn,
        acknowledgeDueOn: NOW,
        refuseDueOn: NOW,
      },
    })
    await confirm(await propose('merge', ['centre'], ['aged']))
    const parts = await db.assignment.findMany({
      where: { taskId: task.id, status: { not: 'replaced' } },
      orderBy: { part: 'asc' },
    })
    expect(parts.map(({ part, unitId }) => [part, unitId])).toEqual([
      ['lead', id('aged')],
      ['local', id('south')],
    ])
    expect((await db.assignment.findUniqueOrThrow({ where: { id: supporting?.id } })).replacedById).toBe(
      lead?.id,
    )
    expect(parts.find((one) => one.id === child.id)?.parentAssignmentId).toBe(lead?.id)
    const readers = await db.assignmentReader.findMany({ where: { assignmentId: child.id } })
    expect(readers.map(({ unitId }) => unitId).sort()).toEqual([id('aged'), id('south')].sort())
  })

  test('while a report is filed comes wholly before or after it', async () => {
    await addBureau('gone')
    await addBureau('heir')
    const since = fromLocalDate('2020-04-01')
    const writer = await db.person.create({
      data: {
        account: 'gone-head',
        name: '某',
        nameEn: 'x',
        grants: { create: { unitId: id('gone'), role: 'unit_head', validFromOn: since } },
      },
    })
    const task = await buildDispatchedTask([{ unit: 'gone', data: running }], { status: 'in_progress' })
    const assignmentId = task.assignments[0]?.id ?? ''
    const typed = {
      kind: 'progress',
      done: '完成一半',
      claimedProgress: '50',
      nextStep: '',
      difficulty: '',
      helpNeeded: '',
    }
    const draft = saveReportDraftSchema.parse({ ...typed, assignmentId, version: '' })
    await runAs('gone-head', (ctx, input: typeof draft) => saveReportDraft(ctx, input), draft)
    const no = await propose('merge', ['gone'], ['heir'])
    const saved = await db.report.findFirstOrThrow({ where: { assignmentId } })
    const [filed, merged] = await Promise.allSettled([
      runAs('gone-head', fileReport, { ...draft, version: saved.version, sameSeen: true }),
      confirm(no),
    ])
    expect(merged.status).toBe('fulfilled')
    const report = await db.report.findUniqueOrThrow({
      where: { id: saved.id },
      include: { assignment: true },
    })
    expect(report.assignment).toMatchObject({ unitId: id('heir') })
    expect(report.status).toBe(filed.status === 'fulfilled' ? 'submitted' : 'draft')
    expect(report.writtenById).toBe(writer.id)
  })

  test('is refused where the rules stand against it', async () => {
    const refused = (...args: Parameters<typeof proposal>) =>
      expect(runAs('sysadmin', proposeUnitChange, proposal(...args))).rejects
    await refused('merge', ['office'], ['relief']).toMatchObject({ code: 'unit_change.kind_unfit' })
    await refused('merge', ['north'], ['relief']).toMatchObject({ code: 'unit_change.kind_unfit' })
    await refused('merge', ['children'], ['relief']).toMatchObject({ code: 'unit_change.not_in_effect' })
    await refused('split', ['relief'], ['elderly']).toMatchObject({ code: 'unit_change.split_needs_two' })
    await refused('merge', ['relief'], ['relief']).toMatchObject({ code: 'unit_change.merge_needs_other' })
    await refused('move', ['north-city'], [], { plan: { parentId: id('north-county') } }).toMatchObject({
      code: 'unit_change.below_itself',
    })
    await refused('move', ['north-city'], [], { plan: { parentId: id('relief') } }).toMatchObject({
      code: 'unit_change.parent_unfit',
    })
    await refused('merge', ['relief'], ['elderly'], { effectiveOn: '2020-04-09' }).toMatchObject({
      fields: [{ code: 'unit_change.date_past' }],
    })
  })
})

describe('a split', () => {
  test('gives each task and each person to the unit chosen for it, at its day, by job', async () => {
    await addBureau('split-a')
    await addBureau('split-b')
    const [first, second] = [
      await buildDispatchedTask([{ unit: 'heir', data: running }], { status: 'in_progress' }),
      await buildDispatchedTask([{ unit: 'heir', data: running }], { status: 'in_progress' }),
    ]
    const chosen = second.assignments[0]?.id ?? ''
    const plan = { fallbackId: id('split-a'), choices: { [chosen]: id('split-b') } }
    const no = await propose('split', ['heir'], ['split-a', 'split-b'], { effectiveOn: '2020-04-20', plan })
    expect(await confirm(no)).toMatchObject({ no, tasks: null })
    expect(await effectUnitChanges({ db, now: NOW })).toBe(0)
    const later = new Date('2020-04-20T00:10:00+08:00')
    expect(await effectUnitChanges({ db, now: later })).toBe(1)
    expect(await effectUnitChanges({ db, now: later })).toBe(0)
    const unitOf = async (taskId: string) =>
      (await db.task.findUniqueOrThrow({ where: { id: taskId } })).leadUnitId
    expect([await unitOf(first.id), await unitOf(second.id)]).toEqual([id('split-a'), id('split-b')])
    const entry = await db.auditEntry.findFirstOrThrow({ where: { event: 'unit.split' } })
    expect(entry.actorName).toBe('system:effect-unit-changes')
  })
})

describe('a change of name or place', () => {
  test('keeps the old name among the former ones, and writes the paths below anew', async () => {
    const names = { name: '社会救助局', shortName: '救助局', nameEn: 'Relief', shortNameEn: 'Relief' }
    await confirm(await propose('rename', ['relief'], [], { plan: { names } }))
    expect(await db.unit.findUniqueOrThrow({ where: { id: id('relief') } })).toMatchObject({
      name: '社会救助局',
      formerNames: ['救助司'],
    })
    const no = await propose('move', ['north-city'], [], { plan: { parentId: id('south') } })
    const { rows } = await listUnitChanges(await ctxOf('secadmin'), { after: '', before: '' })
    expect(rows.find((row) => row.no === no)?.parent?.id).toBe(id('south'))
    await confirm(no)
    const county = await db.unit.findUniqueOrThrow({ where: { code: 'north-county' } })
    expect(county.path).toEqual(['ministry', 'south', 'north-city', 'north-county'].map(id))
    expect((await actorOf('south-head')).grants[0]?.reach).toContain(county.id)
  })

  test('is proposed by the system administrator, confirmed or refused by the security administrator, by nobody else', async () => {
    const move = proposal('move', ['south-city'], [], { plan: { parentId: id('north') } })
    for (const account of ['secadmin', 'auditor', 'office-head', 'leader', 'south-head'])
      await expect(runAs(account, proposeUnitChange, move)).rejects.toMatchObject({ kind: 'forbidden' })
    const { no } = await runAs('sysadmin', proposeUnitChange, move)
    await expect(runAs('sysadmin', proposeUnitChange, move)).rejects.toMatchObject({
      code: 'unit_change.already_planned',
    })
    for (const account of ['sysadmin', 'auditor', 'office-head'])
      await expect(
        runAs(account, decideUnitChange, { no, version: 1, decision: 'confirm', reason: '核' }),
      ).rejects.toMatchObject({ kind: 'forbidden' })
    await confirm(no, { decision: 'refuse' })
    await expect(confirm(no, { version: 2 })).rejects.toMatchObject({ code: 'unit_change.not_now' })
    const next = await runAs('sysadmin', proposeUnitChange, move)
    await runAs('sysadmin', withdrawUnitChange, { no: next.no, version: 1, reason: '有误' })
    await expect(confirm(next.no)).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('the form of a change', () => {
  const form = { kind: 'merge', fromIds: '', effectiveOn: '2020-04-10' }
  const fromIds = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'] as const
  const [one, two] = fromIds

  test('is read with one unit or many, with heirs chosen item by item in a split alone', () => {
    expect(unitChangeFormSchema.parse({ ...form, fromIds: one, toIds: two, reason: '改革' })).toMatchObject({
      fromIds: [one],
      toIds: [two],
      plan: { fallbackId: two, choices: {} },
      reason: '改革',
    })
    const split = { ...form, kind: 'split', fromIds: [one], toIds: [one, two], choices: `${one}=${two}` }
    expect(checkUnitChangeSchema.parse(split).plan).toEqual({ fallbackId: one, choices: { [one]: two } })
    const typed = { name: '新司', nameEn: 'New', shortName: '', shortNameEn: '' }
    expect(checkUnitChangeSchema.parse({ ...form, kind: 'rename', ...typed }).plan.names).toEqual({
      name: '新司',
      shortName: '新司',
      nameEn: 'New',
      shortNameEn: 'New',
    })
  })

  test('says what is missing, by its field', () => {
    const problems = (more: object) =>
      unitChangeFormSchema
        .safeParse({ ...form, ...more })
        .error?.issues.map(({ path, message }) => [path[0], message])
    expect(problems({ reason: '' })).toEqual([['reason', 'admin.reason_missing']])
    expect(problems({ kind: 'rename', reason: '改' })).toContainEqual(['name', 'unit.name_missing'])
    expect(problems({ effectiveOn: '', reason: '改' })).toEqual([['effectiveOn', 'admin.day_missing']])
  })
})
