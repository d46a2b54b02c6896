import { beforeEach, describe, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { countDuties } from '@/server/notifications/duties'
import { listDuties } from '@/server/notifications/list-duties'
import { reviewReport } from '@/server/reports/review-report'
import { completeTask } from '@/server/tasks/complete-task'
import { getTask } from '@/server/tasks/get-task'
import { handDownTask, handDownTaskSchema } from '@/server/tasks/hand-down-task'
import { reassignTask } from '@/server/tasks/reassign-task'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { dispatchChildren, draftChildren } from '@/tests/breakdowns'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const base = { part: 'local' as const, dispatchedAt: NOW, acknowledgeDueOn: NOW, refuseDueOn: NOW }
type Built = Awaited<ReturnType<typeof buildDispatchedTask>>
let task: Built
let lead: string

/** An assignment below another, as if it had been handed down and taken on. */
async function below(unit: string, parentAssignmentId: string, more: object = working) {
  const { db, org } = await testWorld()
  const unitId = org.unitIds[unit] ?? ''
  const data = { ...base, taskId: task.id, unitId, parentAssignmentId, ...more }
  return (await db.assignment.create({ data })).id
}
async function reported(assignmentId: string, unit: string, kind: 'progress' | 'completion') {
  const { db, org } = await testWorld()
  return db.report.create({
    data: {
      assignmentId,
      seq: 1,
      kind,
      status: 'submitted',
      claimedProgress: 100,
      done: '已办',
      writtenById: org.personIds[`${unit}-liaison`] ?? '',
      submittedAt: NOW,
    },
  })
}
const row = async (id: string) => (await testWorld()).db.assignment.findUniqueOrThrow({ where: { id } })
const waive = async (account: string, id: string) =>
  runAs(account, waiveAssignment, { assignmentId: id, version: (await row(id)).version, reason: '不再需要' })
/** The bureau's head breaks its part down: one task for the south, sent out. */
const breakDown = async () => {
  await draftChildren('relief-head', lead, [{ title: '摸清底数', lead: 'south', dueOn: '2020-06-30' }])
  await dispatchChildren('relief-head', lead)
}
const accept = { decision: 'accept' as const, verifiedProgress: 100, basis: 'document' as const, reason: '' }

beforeEach(async () => {
  task = await buildDispatchedTask([{ unit: 'relief', data: working }, { unit: 'elderly' }], {
    status: 'in_progress',
  })
  lead = task.assignments.find((one) => one.part === 'lead')?.id ?? ''
})

describe('a unit is let off what it handed down', () => {
  test('so is everyone to whom it went, each told and recorded; what is done stays as it is', async () => {
    const { db, org } = await testWorld()
    const north = await below('north', lead)
    const county = await below('north-county', north, { status: 'awaiting_acknowledgement' })
    const city = await below('north-city', north, {
      status: 'accepted',
      acceptedAt: NOW,
      acknowledgedAt: NOW,
    })
    const south = await below('south', lead)
    await waive('relief-head', north)
    expect(await row(north)).toMatchObject({ status: 'waived', closeReason: '不再需要' })
    expect(await row(county)).toMatchObject({ status: 'waived', closeReason: '不再需要' })
    expect((await row(city)).status).toBe('accepted')
    expect((await row(south)).status).toBe('in_progress')
    expect(await auditOf(county)).toEqual(['assignment.waived'])
    const told = await db.notification.findMany({ where: { taskId: task.id, event: 'assignment.waived' } })
    expect(told.map((one) => one.unitId).sort()).toEqual(
      [org.unitIds.north, org.unitIds['north-county']].sort(),
    )
    expect((await countDuties(await ctxOf('north-county-head'))).acknowledge ?? 0).toBe(0)
  })

  test('not while a report from below waits for its review, nor while a task broken down from it is open', async () => {
    const north = await below('north', lead)
    const county = await below('north-county', north)
    await reported(county, 'north-county', 'progress')
    await expect(waive('relief-head', north)).rejects.toMatchObject({
      code: 'cascade.below_awaits_review',
      params: { count: 1 },
    })
    expect((await row(county)).status).toBe('in_progress')
    await breakDown()
    await (
      await testWorld()
    ).db.report.updateMany({ where: { assignmentId: county }, data: { status: 'returned' } })
    await expect(waive('officer', lead)).rejects.toMatchObject({ code: 'cascade.child_tasks_open' })
  })

  test('not by a stranger, nor by the office what a bureau handed down', async () => {
    const north = await below('north', lead)
    await expect(waive('officer', north)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(waive('children-head', north)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(waive('north-head', north)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('another unit takes over from one that had handed down', () => {
  test('what hangs below hangs on the new unit: it reviews, owns the child tasks, and the old one is out', async () => {
    const { db, org } = await testWorld()
    const north = await below('north', lead)
    const county = await below('north-county', north)
    await breakDown()
    await draftChildren('relief-liaison', lead, [{ title: '建立台账' }])
    const report = await reported(north, 'north', 'progress')
    const { version } = await row(lead)
    const to = { unitId: org.unitIds.children ?? '', reason: '职责调整' }
    await runAs('office-head', reassignTask, { assignmentId: lead, version, ...to })

    const taken = await db.assignment.findFirstOrThrow({ where: { taskId: task.id, unitId: to.unitId } })
    expect((await row(lead)).replacedById).toBe(taken.id)
    expect((await row(north)).parentAssignmentId).toBe(taken.id)
    expect((await row(county)).parentAssignmentId).toBe(north)
    const children = await db.task.findMany({
      where: { parentAssignmentId: taken.id },
      orderBy: { no: 'asc' },
    })
    expect(children.map((one) => [one.ownerUnitId, one.status])).toEqual([
      [to.unitId, 'dispatched'],
      [to.unitId, 'draft'],
    ])
    expect((await auditOf(children[0]?.id ?? '')).at(-1)).toBe('task.owner_changed')
    expect((await countDuties(await ctxOf('children-head'))).review).toBe(1)
    expect((await countDuties(await ctxOf('relief-head'))).review ?? 0).toBe(0)
    const decide = { reportId: report.id, version: 1, ...accept, verifiedProgress: 40 }
    await expect(runAs('relief-head', reviewReport, decide)).rejects.toMatchObject({ kind: 'not_found' })
    await runAs('children-head', reviewReport, decide)
    for (const no of [task.no, children[0]?.no ?? 0])
      await expect(getTask(await ctxOf('relief-head'), no)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await getTask(await ctxOf('children-head'), children[0]?.no ?? 0)).title).toBe('摸清底数')
  })
})

describe('a level is done once what descends from it is', () => {
  test('its completion is not accepted, nor its task completed, while a part or a child task below is open', async () => {
    const { db } = await testWorld()
    const north = await below('north', lead)
    await breakDown()
    await db.assignment.update({ where: { id: lead }, data: { status: 'reported_done' } })
    const report = await reported(lead, 'relief', 'completion')
    const decide = () => runAs('officer', reviewReport, { reportId: report.id, version: 1, ...accept })
    await expect(decide()).rejects.toMatchObject({ code: 'cascade.children_open', params: { count: 1 } })
    await db.assignment.update({ where: { id: north }, data: { status: 'accepted', acceptedAt: NOW } })
    await expect(decide()).rejects.toMatchObject({ code: 'cascade.child_tasks_open', params: { count: 1 } })
    // As if a child had come back after the parts were accepted.
    await db.assignment.updateMany({
      where: { taskId: task.id, status: { not: 'accepted' } },
      data: { status: 'accepted', acceptedAt: NOW },
    })
    await db.task.update({ where: { id: task.id }, data: { status: 'under_review', conclusion: '已办结' } })
    const complete = () => runAs('office-head', completeTask, { taskId: task.id, version: task.version })
    await expect(complete()).rejects.toMatchObject({ code: 'task.child_tasks_open', params: { count: 1 } })
    const child = { parentAssignmentId: lead }
    await db.task.updateMany({ where: child, data: { status: 'terminated', closeReason: '不办' } })
    await db.assignment.update({ where: { id: north }, data: working })
    await expect(complete()).rejects.toMatchObject({ code: 'task.child_assignments_open' })
  })

  test('a province is let off while it hands on: whoever is first, no county is left with a task that nobody reviews', async () => {
    const { db } = await testWorld()
    const ends = new Set<string>()
    for (const round of [0, 1, 2, 3]) {
      task = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: 'in_progress' })
      lead = task.assignments[0]?.id ?? ''
      const north = await below('north', lead)
      const input = handDownTaskSchema.parse({ assignmentId: north, version: 1, kinds: ['city', 'county'] })
      const settle = async (act: Promise<unknown>) => {
        try {
          await act
          return true
        } catch (error) {
          if (!isFailure(error)) throw error
          return false
        }
      }
      const acts = [() => waive('relief-head', north), () => runAs('north-head', handDownTask, input)]
      await Promise.all((round % 2 ? acts : acts.reverse()).map((act) => settle(act())))
      const open = await db.assignment.count({
        where: { parentAssignmentId: north, status: { notIn: ['waived', 'accepted'] } },
      })
      const { status } = await row(north)
      ends.add(`${status} ${open}`)
    }
    for (const end of ends) expect(['waived 0', 'in_progress 2']).toContain(end)
  }, 60_000)
})

describe('drafts of a breakdown', () => {
  test('wait on the desk of the unit’s head, counted by the task; not on the liaison’s, nor on anybody else’s', async () => {
    const children = [{ title: '摸清底数' }, { title: '建立台账', lead: 'south' }]
    await draftChildren('relief-liaison', lead, children)
    const { rows: duties } = await listDuties(await ctxOf('relief-head'), { limit: 50 })
    expect(duties.find((one) => one.task?.no === task.no)).toMatchObject({
      kind: 'dispatch_drafts',
      items: 2,
      by: { name: '某relief-liaison' },
    })
    for (const account of ['relief-liaison', 'office-head', 'leader', 'south-head', 'elderly-head'])
      expect((await countDuties(await ctxOf(account))).dispatch_drafts ?? 0).toBe(0)
  })
})
