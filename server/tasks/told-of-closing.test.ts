// Who learns that a task rests, goes on, ends or begins again: every unit that carries it out, once, down to the last; and whose task it is.
import { expect, test } from 'vitest'
import { fromLocalDate } from '@/server/dates'
import { reopenTask } from '@/server/tasks/reopen-task'
import { resumeTask } from '@/server/tasks/resume-task'
import { suspendTask } from '@/server/tasks/suspend-task'
import { terminateTask } from '@/server/tasks/terminate-task'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }

/** The codes of the units that were told, sorted; a unit that was told twice stands twice. */
async function toldOf(taskId: string, event: string): Promise<string[]> {
  const { db, org } = await testWorld()
  const codeOf = new Map(Object.entries(org.unitIds).map(([code, id]) => [id, code]))
  const rows = await db.notification.findMany({ where: { taskId, event }, select: { unitId: true } })
  return rows.map((row) => codeOf.get(row.unitId ?? '') ?? '?').sort()
}

/** The office's task: relief leads and handed it whole to the north; finance has no accounts; nothing more is asked of children. */
async function wholeTask(data: Parameters<typeof buildDispatchedTask>[1] = { status: 'in_progress' }) {
  const { db, org } = await testWorld()
  const task = await buildDispatchedTask(
    [
      { unit: 'relief', data: working },
      { unit: 'finance', data: working },
      { unit: 'children', data: { ...working, status: 'waived' } },
    ],
    data,
  )
  await db.assignment.create({
    data: {
      taskId: task.id,
      unitId: org.unitIds.north ?? '',
      part: 'local',
      parentAssignmentId: task.assignments.find((one) => one.part === 'lead')?.id,
      acknowledgeDueOn: fromLocalDate('2020-04-13'),
      refuseDueOn: fromLocalDate('2020-04-14'),
      dispatchedAt: NOW,
      ...working,
    },
  })
  return task
}
const because = { version: 1, reason: '等新规出台' }

test('a leader suspends and resumes: each unit is told once, the lead for one without accounts, and the office', async () => {
  const { id: taskId } = await wholeTask()
  await runAs('leader', suspendTask, { taskId, ...because })
  expect(await toldOf(taskId, 'task.suspended')).toEqual(['north', 'office', 'relief'])
  await runAs('leader', resumeTask, { taskId, version: 2 })
  expect(await toldOf(taskId, 'task.resumed')).toEqual(['north', 'office', 'relief'])
})

test('what the office head suspends the office is not told of', async () => {
  const { id: taskId } = await wholeTask()
  await runAs('office-head', suspendTask, { taskId, ...because })
  expect(await toldOf(taskId, 'task.suspended')).toEqual(['north', 'relief'])
})

test('a leader ends or begins it again: the same are told', async () => {
  const { id: ended } = await wholeTask()
  await runAs('leader', terminateTask, { taskId: ended, ...because })
  expect(await toldOf(ended, 'task.terminated')).toEqual(['north', 'office', 'relief'])
  const { id: again } = await wholeTask({
    status: 'completed',
    completedAt: NOW,
    completedOn: fromLocalDate('2020-04-10'),
    conclusion: '已办完',
  })
  await runAs('leader', reopenTask, { taskId: again, ...because, again: [] })
  expect(await toldOf(again, 'task.reopened')).toEqual(['north', 'office', 'relief'])
})

test('the unit that handed a task down is told when a leader suspends it', async () => {
  const { org } = await testWorld()
  const above = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: 'in_progress' })
  const { id: taskId } = await buildDispatchedTask([{ unit: 'north', data: working }], {
    directiveId: above.directiveId,
    ownerUnitId: org.unitIds.relief,
    officeOwned: false,
    parentAssignmentId: above.assignments[0]?.id,
    status: 'in_progress',
  })
  await runAs('office-head', suspendTask, { taskId, ...because })
  expect(await toldOf(taskId, 'task.suspended')).toEqual(['north', 'relief'])
})

test('of a part without accounts that is waived the lead is told', async () => {
  const task = await wholeTask()
  const { db, org } = await testWorld()
  const part = await db.assignment.findFirstOrThrow({
    where: { taskId: task.id, unitId: org.unitIds.finance },
  })
  await runAs('office-head', waiveAssignment, { assignmentId: part.id, ...because })
  expect(await toldOf(task.id, 'assignment.waived')).toEqual(['relief'])
})
