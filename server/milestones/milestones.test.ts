import { beforeEach, describe, expect, test } from 'vitest'
import { addMilestone } from '@/server/milestones/add-milestone'
import { assertMilestonesFit } from '@/server/milestones/assert-milestones-fit'
import { listMilestones, listMilestonesSoon, listRoadmap } from '@/server/milestones/list-milestones'
import { markMilestone } from '@/server/milestones/mark-milestone'
import { dropMilestone, redateMilestone } from '@/server/milestones/redate-milestone'
import { loadTask } from '@/server/tasks/load-task'
import type { LocalDate } from '@/domain/calendar/local-date'
import { newId } from '@/lib/new-id'
import { editAs, readyDraft } from '@/tests/drafts'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

let task: Awaited<ReturnType<typeof buildDispatchedTask>>
beforeEach(async () => {
  task = await buildDispatchedTask([
    { unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } },
    { unit: 'elderly' },
  ])
})

async function add(title = '完成摸底', dueOn = '2020-04-16') {
  const { db } = await testWorld()
  await runAs('officer', addMilestone, { taskId: task.id, title, dueOn })
  return db.milestone.findFirstOrThrow({ where: { taskId: task.id, title } })
}
async function shown(account: string, now = NOW) {
  const ctx = await ctxOf(account, now)
  return listMilestones(ctx, await loadTask(ctx, task.id))
}

describe('milestones', () => {
  test('an officer adds one, never due after the task; a unit may not, a stranger learns nothing', async () => {
    const one = await add()
    expect(await auditOf(one.id)).toEqual(['milestone.added'])
    await expect(add('太晚', '2020-07-01')).rejects.toMatchObject({
      fields: [{ path: 'dueOn', code: 'milestone.after_task' }],
    })
    const input = { taskId: task.id, title: '自定', dueOn: '2020-04-16' }
    await expect(runAs('relief-head', addMilestone, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(runAs('children-head', addMilestone, input)).rejects.toMatchObject({ kind: 'not_found' })
  })
  test('the lead marks it done with a note and takes that back; a supporter and the office may not', async () => {
    const { id } = await add()
    const done = { milestoneId: id, version: 1, mark: 'done' as const, on: '', note: '已摸底' }
    for (const account of ['officer', 'elderly-head'])
      await expect(runAs(account, markMilestone, done)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(runAs('children-head', markMilestone, done)).rejects.toMatchObject({ kind: 'not_found' })
    await runAs('relief-liaison', markMilestone, done)
    expect((await shown('officer')).rows[0]).toMatchObject({
      state: 'done',
      doneOn: '2020-04-10',
      note: '已摸底',
    })
    await expect(runAs('relief-liaison', markMilestone, done)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(runAs('relief-liaison', markMilestone, { ...done, version: 2 })).rejects.toMatchObject({
      code: 'milestone.done_already',
    })
    await runAs('relief-head', markMilestone, { ...done, version: 2, mark: 'undone' })
    expect(await auditOf(id)).toEqual(['milestone.added', 'milestone.done', 'milestone.undone'])
    await expect(
      runAs('relief-head', markMilestone, { ...done, version: 3, on: '2020-04-11' }),
    ).rejects.toMatchObject({ fields: [{ code: 'milestone.done_ahead' }] })
  })
  test('its date changes by the office head with a reason, the first stays, and the lead is told; not by an officer', async () => {
    const { db, org } = await testWorld()
    const { id } = await add()
    const input = { milestoneId: id, version: 1, dueOn: '2020-05-15', reason: '普查推迟' }
    await expect(runAs('officer', redateMilestone, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      runAs('office-head', redateMilestone, { ...input, dueOn: '2020-07-15' }),
    ).rejects.toMatchObject({ fields: [{ code: 'milestone.after_task' }] })
    await runAs('office-head', redateMilestone, input)
    expect((await shown('officer')).rows[0]).toMatchObject({
      dueOn: '2020-05-15',
      originalDueOn: '2020-04-16',
    })
    const told = await db.notification.findMany({ where: { taskId: task.id, event: 'milestone.redated' } })
    expect(told).toMatchObject([{ unitId: org.unitIds.relief }])
    await expect(
      db.milestone.update({ where: { id }, data: { originalDueOn: new Date('2020-05-15') } }),
    ).rejects.toThrow()
    await runAs('office-head', dropMilestone, { milestoneId: id, version: 2, reason: '并入下一步' })
    const back = { milestoneId: id, version: 3, mark: 'done' as const, on: '', note: '' }
    await expect(runAs('relief-head', markMilestone, back)).rejects.toMatchObject({
      code: 'milestone.dropped',
    })
  })
  test('are on the lead’s desk from five working days before, and in the directive’s roadmap by month', async () => {
    await add('近', '2020-04-17')
    await add('远', '2020-05-20')
    const of = async (account: string, now = NOW) =>
      (await listMilestonesSoon(await ctxOf(account, now))).filter((one) => one.task.no === task.no)
    const soon = await of('relief-liaison')
    expect(soon.map((one) => [one.title, one.state])).toEqual([['近', 'ahead']])
    const later = await of('relief-liaison', new Date('2020-04-20T02:00:00Z'))
    expect(later[0]).toMatchObject({ state: 'overdue', lateDays: 1 })
    expect(await of('elderly-liaison')).toEqual([])
    const road = await listRoadmap(await ctxOf('officer'), task.directiveId)
    expect(road.map((month) => month.month)).toEqual(['2020-04', '2020-05'])
    expect(await listRoadmap(await ctxOf('children-head'), task.directiveId)).toEqual([])
  })
  test('are drafted before the task goes out: an officer changes the date, and that one counts as the first', async () => {
    const { db } = await testWorld()
    const { directiveId, draft } = await readyDraft()
    const taskId = draft.tasks[0]?.id ?? ''
    const id = newId()
    const put = (dueOn: LocalDate) =>
      editAs('officer', directiveId, { type: 'putMilestone', taskId, milestoneId: id, title: '起草', dueOn })
    await put('2020-05-10')
    await put('2020-05-20')
    const row = await db.milestone.findUniqueOrThrow({ where: { id } })
    expect(row.originalDueOn).toEqual(row.dueOn)
    const early = assertMilestonesFit(await ctxOf('officer'), { id: taskId, no: 1 }, '2020-05-15')
    await expect(early).rejects.toMatchObject({ code: 'milestone.due_after_task' })
    await assertMilestonesFit(await ctxOf('officer'), { id: taskId, no: 1 }, '2020-06-30')
    const unit = runAs('relief-head', addMilestone, { taskId, title: '甲', dueOn: '2020-05-10' })
    await expect(unit).rejects.toMatchObject({ kind: 'not_found' })
  })
  test('of a closed task stay as they are', async () => {
    const { db } = await testWorld()
    const { id } = await add()
    await db.task.update({
      where: { id: task.id },
      data: { status: 'completed', completedOn: new Date('2020-04-20') },
    })
    const done = { milestoneId: id, version: 1, mark: 'done' as const, on: '', note: '' }
    await expect(runAs('relief-head', markMilestone, done)).rejects.toMatchObject({
      code: 'milestone.not_open',
    })
  })
})
