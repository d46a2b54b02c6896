import { beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '@/domain/directives/draft/acts'
import { newId } from '@/lib/new-id'
import { getCheckPage } from '@/server/directives/workspace/get-check-page'
import { redoEdit } from '@/server/directives/workspace/redo-edit'
import { undoEdit } from '@/server/directives/workspace/undo-edit'
import { setUpIndicator, setUpIndicatorSchema } from '@/server/indicators/set-up-indicator'
import { addMilestone } from '@/server/milestones/add-milestone'
import { dispatchDirective } from '@/server/tasks/dispatch-tasks'
import { draftOf, editAs, readyDraft } from '@/tests/drafts'
import { auditOf, ctxOf, runAs, testWorld } from '@/tests/factories'

let directiveId: string
let taskIds: string[]
const milestoneId = newId()
const indicatorId = newId()
const first = async () => {
  const task = (await draftOf(directiveId)).tasks.find((one) => one.id === taskIds[0])
  if (!task) throw new Error('the first card is gone')
  return task
}
const put = (title: string, dueOn: '2020-05-20' | '2020-05-29' = '2020-05-20'): Act => {
  return { type: 'putMilestone', taskId: taskIds[0] ?? '', milestoneId, title, dueOn }
}

describe('an officer plans on the card', () => {
  beforeAll(async () => {
    const ready = await readyDraft()
    directiveId = ready.directiveId
    taskIds = ready.draft.tasks.map((task) => task.id)
    await editAs('officer', directiveId, put('提出办法'))
    await editAs('officer', directiveId, {
      type: 'putIndicator',
      taskId: taskIds[0] ?? '',
      indicatorId,
      name: '救助覆盖率',
      measure: '%',
      target: 95,
      cycle: 'monthly',
    })
  })

  test('milestones and indicators stand in the draft and in the log', async () => {
    expect(await first()).toMatchObject({
      milestones: [{ id: milestoneId, title: '提出办法', dueOn: '2020-05-20' }],
      indicators: [
        { id: indicatorId, name: '救助覆盖率', measure: '%', target: 95, cycle: 'monthly', path: [] },
      ],
    })
    const { db } = await testWorld()
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { entityId: taskIds[0], event: 'task.edited' },
      orderBy: { id: 'desc' },
      select: { value: { select: { after: true } } },
    })
    expect(entry.value?.after).toMatchObject({ indicators: ['救助覆盖率 95% monthly'] })
  })

  test('a step is taken back and done again over a reload, also one that changed or removed a row', async () => {
    await editAs('officer', directiveId, put('提出办法并报批', '2020-05-29'))
    await editAs('officer', directiveId, { type: 'removeIndicator', taskId: taskIds[0] ?? '', indicatorId })
    expect((await first()).indicators).toEqual([])
    await runAs('officer', undoEdit, { directiveId })
    await runAs('officer', undoEdit, { directiveId })
    expect(await first()).toMatchObject({
      milestones: [{ title: '提出办法' }],
      indicators: [{ id: indicatorId }],
    })
    await runAs('officer', redoEdit, { directiveId })
    expect(await first()).toMatchObject({
      milestones: [{ title: '提出办法并报批', dueOn: '2020-05-29' }],
      indicators: [{ id: indicatorId }],
    })
  })

  test('a colleague who saw the card before is told what was changed', async () => {
    const seen = await draftOf(directiveId)
    await editAs('officer', directiveId, put('提出办法'))
    const late = editAs('office-head', directiveId, put('另一个写法'), { seen })
    await expect(late).rejects.toMatchObject({
      kind: 'conflict',
      params: { field: 'milestones', before: '2020-05-29 提出办法并报批', after: '2020-05-20 提出办法' },
    })
  })

  test('a merge keeps those of both cards, and taken back each has its own again', async () => {
    const other = newId()
    const second = taskIds[1] ?? ''
    await editAs('officer', directiveId, {
      type: 'putMilestone',
      taskId: second,
      milestoneId: other,
      title: '完成一轮检查',
      dueOn: '2020-05-10',
    })
    await editAs('officer', directiveId, { type: 'merge', taskId: second, intoId: taskIds[0] ?? '' })
    expect((await first()).milestones.map((one) => one.id)).toEqual([other, milestoneId])
    await runAs('officer', undoEdit, { directiveId })
    expect((await first()).milestones.map((one) => one.id)).toEqual([milestoneId])
    const { db } = await testWorld()
    expect(await db.milestone.findUnique({ where: { id: other }, select: { taskId: true } })).toEqual({
      taskId: second,
    })
  })

  test('a milestone that a moved date left behind stands in the check-list with its card, and nothing goes out', async () => {
    const taskId = taskIds[0] ?? ''
    const { dueOn } = await first()
    const assigned = { basis: 'assigned' as const, basisText: null }
    await editAs('officer', directiveId, { type: 'setDue', taskId, dueOn: '2020-05-15', ...assigned })
    const { no } = await (await testWorld()).db.directive.findUniqueOrThrow({ where: { id: directiveId } })
    const { checks, may } = await getCheckPage(await ctxOf('officer'), no)
    expect(checks.filter((one) => one.code === 'submission.milestone_after_due')).toMatchObject([
      { level: 'block', taskIds: [taskId] },
    ])
    expect(may.submit).toBe(false)
    await editAs('officer', directiveId, { type: 'setDue', taskId, dueOn, ...assigned })
  })

  test('nowhere else: the pages of tasks under way refuse a draft of the office', async () => {
    const taskId = taskIds[0] ?? ''
    await expect(
      runAs('officer', addMilestone, { taskId, title: '旁路', dueOn: '2020-05-10' }),
    ).rejects.toMatchObject({
      code: 'milestone.in_workspace',
    })
    const input = setUpIndicatorSchema.parse({ taskId, name: '旁路', measure: '户' })
    await expect(runAs('officer', setUpIndicator, input)).rejects.toMatchObject({
      code: 'indicator.in_workspace',
    })
  })

  test('at dispatch they go out with the task: the date as it stands is the first one', async () => {
    const { db } = await testWorld()
    const { version } = await db.directive.findUniqueOrThrow({ where: { id: directiveId } })
    await runAs('office-head', dispatchDirective, { directiveId, version, taskIds })
    const row = await db.milestone.findUniqueOrThrow({ where: { id: milestoneId } })
    expect([row.taskId, row.originalDueOn]).toEqual([taskIds[0], row.dueOn])
    expect(
      await db.indicator.count({ where: { id: indicatorId, taskId: taskIds[0], droppedReason: null } }),
    ).toBe(1)
    expect(await auditOf(taskIds[0] ?? '')).toContain('task.dispatched')
  })
})
