import { beforeAll, describe, expect, it } from 'vitest'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { fromLocalDate } from '@/server/dates'
import { missingToComplete } from '@/server/tasks/complete-task'
import { countTasks } from '@/server/tasks/count-tasks'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { getTask } from '@/server/tasks/get-task'
import { loadTask } from '@/server/tasks/load-task'
import { dispatchChildren, draftChildren, seen } from '@/tests/breakdowns'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { dispatchBreakdown } from './dispatch-breakdown'
import { editBreakdown } from './edit-breakdown'
import { getBreakdown } from './get-breakdown'
import { getBreakdownCheck } from './get-breakdown-check'
import { redoBreakdown, undoBreakdown } from './restore-breakdown'

const taken = { status: 'in_progress' as const, acknowledgedAt: NOW }
const SECRET = '部机关内部分工另行通知。'
let task: Awaited<ReturnType<typeof buildDispatchedTask>>
let own: string
const childOf = async (id: string) => {
  const { db } = await testWorld()
  return db.task.findUniqueOrThrow({ where: { id }, include: { draftParts: true, provisions: true } })
}

beforeAll(async () => {
  const { db } = await testWorld()
  const sentences = ['要指导各地摸清底数。', SECRET, '要指导各地建立台账。']
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW, sentences })
  task = await buildDispatchedTask([{ unit: 'relief', data: taken }], {
    status: 'in_progress',
    directiveId: directive.id,
  })
  own = task.assignments[0]?.id ?? ''
  const third = directive.provisions[2]?.id ?? ''
  await db.taskProvision.create({ data: { taskId: task.id, provisionId: third } })
})

describe('the workspace of a unit', () => {
  it('holds the sentences of its task alone, the units below it, and its own date at hand', async () => {
    const { org } = await testWorld()
    const view = await getBreakdown(await ctxOf('relief-liaison'), task.no)
    expect(view.draft.text).toBe('要指导各地摸清底数。\n要指导各地建立台账。')
    expect(JSON.stringify(view)).not.toContain(SECRET)
    expect(view.draft.provisions.map((one) => view.draft.text.slice(one.start, one.end).trim())).toEqual([
      '要指导各地摸清底数。',
      '要指导各地建立台账。',
    ])
    expect(view.units.map((one) => one.id).sort()).toEqual(
      ['north', 'south'].map((code) => org.unitIds[code]).sort(),
    )
    expect(view.rule?.on).toBe('2020-06-30')
    expect(view.breakdown?.task.no).toBe(task.no)
    for (const account of ['officer', 'office-head', 'leader', 'elderly-head', 'north-head'])
      await expect(getBreakdown(await ctxOf(account), task.no)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('a liaison drafts, undoes and does again; nobody outside the unit sees it, and it cannot be sent by them', async () => {
    const { org } = await testWorld()
    const [id = ''] = await draftChildren('relief-liaison', own, [{ title: '摸清底数', lead: 'north' }])
    expect(await childOf(id)).toMatchObject({
      officeOwned: false,
      ownerUnitId: org.unitIds.relief,
      parentAssignmentId: own,
      status: 'draft',
      title: '摸清底数',
    })
    expect(await auditOf(id)).toEqual(['task.drafted', 'task.edited'])
    const undone = await runAs('relief-liaison', undoBreakdown, { assignmentId: own })
    expect(undone.state).toMatchObject({ undo: 'addTask', redo: 'setLead' })
    expect((await childOf(id)).draftParts).toEqual([])
    await runAs('relief-liaison', undoBreakdown, { assignmentId: own })
    const empty = await getBreakdown(await ctxOf('relief-head'), task.no)
    expect(empty.draft.tasks).toEqual([])
    expect(empty.draft.provisions.map((one) => one.class)).toEqual(['open', 'open'])
    for (let times = 0; times < 2; times++)
      await runAs('relief-liaison', redoBreakdown, { assignmentId: own })
    expect((await childOf(id)).draftParts).toMatchObject([{ unitId: org.unitIds.north, part: 'lead' }])
    // Steps are one's own: the head has nothing to undo.
    await expect(runAs('relief-head', undoBreakdown, { assignmentId: own })).rejects.toMatchObject({
      code: 'workspace.nothing_to_undo',
    })
    const { no } = await childOf(id)
    for (const account of ['officer', 'leader', 'north-head', 'elderly-head'])
      await expect(getTask(await ctxOf(account), no)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(dispatchChildren('relief-liaison', own)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('names units below and dates within the own alone; what is the office’s, and stale, is refused', async () => {
    const { db, org } = await testWorld()
    const { id: taskId, version } = await db.task.findFirstOrThrow({ where: { parentAssignmentId: own } })
    const edit = async (act: Parameters<typeof seen>[1]) =>
      runAs('relief-head', editBreakdown, await seen(own, act))
    const lead = {
      type: 'setLead',
      taskId,
      unitId: org.unitIds.elderly ?? '',
      partId: crypto.randomUUID(),
    } as const
    await expect(edit(lead)).rejects.toMatchObject({ code: 'cascade.unit_not_below' })
    const due = { type: 'setDue', taskId, basis: 'assigned', basisText: null } as const
    await expect(edit({ ...due, dueOn: '2020-07-01' })).rejects.toMatchObject({
      code: 'cascade.after_own_date',
    })
    await expect(edit({ ...due, dueOn: '2020-04-09' })).rejects.toMatchObject({ code: 'cascade.date_passed' })
    await expect(edit({ type: 'setCascade', taskId, value: true })).rejects.toMatchObject({
      code: 'workspace.not_of_excerpt',
    })
    const stale = {
      assignmentId: own,
      act: { ...due, dueOn: '2020-05-20' as const },
      versions: { [taskId]: version - 1 },
    }
    await expect(runAs('relief-head', editBreakdown, stale)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(runAs('north-head', editBreakdown, stale)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(runAs('officer', editBreakdown, stale)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the head sends the drafts out', () => {
  it('only once nothing blocks; a sentence left to the unit itself is a reminder', async () => {
    const before = await getBreakdownCheck(await ctxOf('relief-head'), task.no)
    expect(before.ready).toBe(false)
    expect(before.checks.map((one) => [one.level, one.code])).toEqual([
      ['warn', 'submission.sentences_uncovered'],
      ['block', 'submission.due_date_missing'],
    ])
    await expect(dispatchChildren('relief-head', own)).rejects.toMatchObject({ code: 'workspace.missing' })
    expect((await getBreakdownCheck(await ctxOf('relief-liaison'), task.no)).mayDispatch).toBe(false)
  })

  it('all in one act, each step in the record, to the units chosen, within the own date; as they were seen', async () => {
    const { db, org } = await testWorld()
    const { id: taskId, version } = await db.task.findFirstOrThrow({ where: { parentAssignmentId: own } })
    const due = { type: 'setDue', taskId, dueOn: '2020-05-20', basis: 'assigned', basisText: null } as const
    await runAs('relief-head', editBreakdown, await seen(own, due))
    await draftChildren('relief-head', own, [{ title: '建立台账', lead: 'south', cycle: 'monthly' }])
    const stale = { assignmentId: own, tasks: [{ id: taskId, version }] }
    await expect(runAs('relief-head', dispatchBreakdown, stale)).rejects.toMatchObject({ kind: 'conflict' })
    expect((await getBreakdownCheck(await ctxOf('relief-head'), task.no)).ready).toBe(true)
    expect(await dispatchChildren('relief-head', own)).toMatchObject({ sent: 2, units: 2 })
    const children = await db.task.findMany({
      where: { parentAssignmentId: own },
      orderBy: { no: 'asc' },
      include: { assignments: true },
    })
    expect(children).toMatchObject([
      {
        status: 'dispatched',
        dueOn: fromLocalDate('2020-05-20'),
        assignments: [{ unitId: org.unitIds.north, part: 'lead' }],
      },
      { status: 'dispatched', kind: 'ongoing', dueOn: null, assignments: [{ unitId: org.unitIds.south }] },
    ])
    expect((await auditOf(children[1]?.id ?? '')).slice(-3)).toEqual([
      'task.submitted',
      'task.approved',
      'task.dispatched',
    ])
    expect(await db.decompositionEdit.count({ where: { assignmentId: own } })).toBe(0)
    await expect(runAs('relief-head', undoBreakdown, { assignmentId: own })).rejects.toMatchObject({
      code: 'workspace.nothing_to_undo',
    })
  })

  it('its lead reads it, the other’s does not; the office reads it but does not count it', async () => {
    const { db } = await testWorld()
    const child = await db.task.findFirstOrThrow({
      where: { parentAssignmentId: own, title: '摸清底数' },
      include: { assignments: true },
    })
    const part = child.assignments[0]
    await runAs('north-liaison', acknowledgeAssignment, { assignmentId: part?.id ?? '', version: 1 })
    expect((await getTask(await ctxOf('north-head'), child.no)).status).toBe('in_progress')
    await expect(getTask(await ctxOf('south-head'), child.no)).rejects.toMatchObject({ kind: 'not_found' })
    const office = await ctxOf('officer')
    expect((await getTask(office, child.no)).title).toBe('摸清底数')
    expect(await countTasks(office, parseLedgerFilter({}))).toBe(1)
    const missing = await missingToComplete(office, await loadTask(office, task.id))
    expect(missing.find((one) => one.code === 'task.child_tasks_open')?.params).toEqual({ count: 2 })
  })
})
