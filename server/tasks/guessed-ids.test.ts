// What a person may not read does not exist for them: the answer to a real id and to an invented one is the same to the letter.
import { describe, expect, test } from 'vitest'
import type { Ctx } from '@/server/context'
import { closeDirective } from '@/server/directives/close-directive'
import { discardDirective } from '@/server/directives/discard-directive'
import { fileDirective } from '@/server/directives/file-directive'
import { getDirective } from '@/server/directives/get-directive'
import { isFailure } from '@/domain/errors'
import { acknowledgeAssignment, acknowledgeAssignments } from '@/server/tasks/acknowledge-assignment'
import { completeTask } from '@/server/tasks/complete-task'
import { concludeTask } from '@/server/tasks/conclude-task'
import { dispatchDirective } from '@/server/tasks/dispatch-tasks'
import { getTask } from '@/server/tasks/get-task'
import { reassignTask } from '@/server/tasks/reassign-task'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import { ruleOnRefusal } from '@/server/tasks/rule-on-refusal'
import { strikeOffTask } from '@/server/tasks/strike-off-task'
import { listTaskHistory } from '@/server/tasks/task-history'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { buildDispatchedTask, ctxOf, runAs, testWorld } from '@/tests/factories'

type Ids = { taskId: string; assignmentId: string; directiveId: string; unitId: string }
const reason = '理由'
const version = 7

const COMMANDS: Record<string, (account: string, ids: Ids) => Promise<unknown>> = {
  acknowledge: (who, { assignmentId }) => runAs(who, acknowledgeAssignment, { assignmentId, version }),
  refuse: (who, { assignmentId }) => runAs(who, refuseAssignment, { assignmentId, version, reason }),
  rule: (who, { assignmentId }) =>
    runAs(who, ruleOnRefusal, { assignmentId, version, reason, ruling: 'stands' }),
  reassign: (who, { assignmentId, unitId }) =>
    runAs(who, reassignTask, { assignmentId, version, reason, unitId }),
  waive: (who, { assignmentId }) => runAs(who, waiveAssignment, { assignmentId, version, reason }),
  conclude: (who, { taskId }) => runAs(who, concludeTask, { taskId, version, conclusion: '办完' }),
  complete: (who, { taskId }) => runAs(who, completeTask, { taskId, version }),
  strikeOff: (who, { taskId }) => runAs(who, strikeOffTask, { taskId, version }),
  dispatch: (who, { directiveId }) => runAs(who, dispatchDirective, { directiveId, version }),
  file: (who, { directiveId }) => runAs(who, fileDirective, { directiveId, version, reason }),
  discard: (who, { directiveId }) => runAs(who, discardDirective, { directiveId, version, reason }),
  close: (who, { directiveId }) => runAs(who, closeDirective, { directiveId, version, reason: '' }),
}

const OUTSIDERS = ['children-head', 'children-liaison', 'south-head', 'sysadmin', 'secadmin', 'auditor']

async function answerOf(act: Promise<unknown>): Promise<string> {
  try {
    return `done ${JSON.stringify(await act)}`
  } catch (error) {
    if (!isFailure(error)) throw error
    return JSON.stringify(error.failure)
  }
}

async function twoSets(): Promise<[Ids, Ids]> {
  const { org } = await testWorld()
  const task = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }])
  const unitId = org.unitIds.centre ?? ''
  const real = {
    taskId: task.id,
    assignmentId: task.assignments[0]?.id ?? '',
    directiveId: task.directiveId,
    unitId,
  }
  const random = () => crypto.randomUUID()
  return [real, { taskId: random(), assignmentId: random(), directiveId: random(), unitId }]
}

describe.each(Object.keys(COMMANDS))('%s', (name) => {
  test.each(OUTSIDERS)(
    '%s is told the same of a record that exists and of one that does not',
    async (who) => {
      const [real, invented] = await twoSets()
      const command = COMMANDS[name]
      if (!command) throw new Error(name)
      const answer = await answerOf(command(who, real))
      expect(answer).toBe(await answerOf(command(who, invented)))
      expect(answer).toContain('not_found')
    },
  )
})

test.each(OUTSIDERS)('%s is told the same of pages', async (who) => {
  const ctx: Ctx = await ctxOf(who)
  const task = await buildDispatchedTask([{ unit: 'relief' }])
  const pages = (taskNo: number, directiveNo: number) =>
    Promise.all([
      answerOf(getTask(ctx, taskNo)),
      answerOf(listTaskHistory(ctx, taskNo, 'all', null)),
      answerOf(getDirective(ctx, directiveNo)),
    ])
  expect(await pages(task.no, task.directive.no)).toEqual(await pages(888_888, 888_888))
})

test('a batch names nothing of what its sender may not read', async () => {
  const [real, invented] = await twoSets()
  const batch = (ids: Ids) =>
    answerOf(runAs('children-head', acknowledgeAssignments, { chosen: [`${ids.assignmentId}:1`] }))
  expect(await batch(real)).toBe(await batch(invented))
})
