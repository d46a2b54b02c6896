import { describe, expect, it } from 'vitest'
import { approveTasks } from '@/server/directives/workspace/approve-tasks'
import { declineTasks } from '@/server/directives/workspace/decline-tasks'
import { sendBackTasks } from '@/server/directives/workspace/send-back-tasks'
import { submitTasks } from '@/server/directives/workspace/submit-tasks'
import { undoEdit } from '@/server/directives/workspace/undo-edit'
import { buildDraft, draftOf, readyDraft } from '@/tests/drafts'
import { auditOf, runAs, testWorld } from '@/tests/factories'

async function refsOf(directiveId: string) {
  const { tasks } = await draftOf(directiveId)
  return tasks.map(({ id, version }) => ({ id, version }))
}

describe('a draft goes to the office head', () => {
  it('with all of its tasks; the undo list ends, the head is told', async () => {
    const { db, org } = await testWorld()
    const { directiveId } = await readyDraft()
    const tasks = await refsOf(directiveId)
    expect(await runAs('officer', submitTasks, { directiveId, tasks })).toMatchObject({ tasks: 3 })
    expect((await draftOf(directiveId)).tasks.map((task) => task.status)).toEqual(
      Array(3).fill('awaiting_approval'),
    )
    expect(await auditOf(tasks[0]?.id ?? '')).toContain('task.submitted')
    const notices = await db.notification.findMany({
      where: { directiveId, personId: org.personIds['office-head'] },
    })
    expect(notices).toMatchObject([{ event: 'task.submitted', params: { count: 3 } }])
    await expect(runAs('officer', undoEdit, { directiveId })).rejects.toMatchObject({
      code: 'workspace.nothing_to_undo',
    })
    await expect(
      runAs('officer', submitTasks, { directiveId, tasks: await refsOf(directiveId) }),
    ).rejects.toMatchObject({
      kind: 'refused',
      code: 'workspace.cannot_submit',
    })
  })

  it('not with gaps: the refusal lists what is missing and where', async () => {
    const { directiveId, draft } = await buildDraft()
    const [first] = draft.tasks
    const failure = await runAs('officer', submitTasks, {
      directiveId,
      tasks: await refsOf(directiveId),
    }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'refused', code: 'workspace.missing' })
    expect(failure).toMatchObject({
      fields: expect.arrayContaining([
        { path: '', code: 'workspace.sentences_unclassified', params: { count: 4, total: 4 } },
        expect.objectContaining({ path: `task-${first?.id}`, code: 'workspace.lead_missing' }),
      ]),
    })
  })

  it('not by a liaison, and not at a stale version', async () => {
    const { directiveId } = await readyDraft()
    const tasks = await refsOf(directiveId)
    await expect(runAs('relief-liaison', submitTasks, { directiveId, tasks })).rejects.toMatchObject({
      kind: 'not_found',
    })
    const stale = tasks.map((ref) => ({ ...ref, version: ref.version - 1 }))
    await expect(runAs('officer', submitTasks, { directiveId, tasks: stale })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})

describe('the office head answers', () => {
  it('sends back with a reason: drafts again, the officer is told', async () => {
    const { db, org } = await testWorld()
    const { directiveId } = await readyDraft()
    await runAs('officer', submitTasks, { directiveId, tasks: await refsOf(directiveId) })
    const tasks = await refsOf(directiveId)
    await runAs('office-head', sendBackTasks, { directiveId, tasks, reason: '时限过松' })
    expect((await draftOf(directiveId)).tasks.every((task) => task.status === 'draft')).toBe(true)
    expect(await auditOf(tasks[0]?.id ?? '')).toContain('task.sent_back')
    const notices = await db.notification.findMany({
      where: { directiveId, personId: org.personIds.officer },
    })
    expect(notices).toMatchObject([{ event: 'task.sent_back', params: { reason: '时限过松' } }])
    await expect(
      runAs('office-head', sendBackTasks, { directiveId, tasks: await refsOf(directiveId), reason: '再退' }),
    ).rejects.toMatchObject({ code: 'workspace.cannot_send_back' })
  })

  it('approves, or declines with a reason; an officer may do neither', async () => {
    const { directiveId } = await readyDraft()
    await runAs('officer', submitTasks, { directiveId, tasks: await refsOf(directiveId) })
    const [first, second] = await refsOf(directiveId)
    if (!first || !second) throw new Error('two tasks were expected')
    await expect(runAs('officer', approveTasks, { directiveId, tasks: [first] })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(
      runAs('officer', declineTasks, { directiveId, tasks: [first], reason: '不办' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('leader', approveTasks, { directiveId, tasks: [first] })
    await runAs('office-head', declineTasks, { directiveId, tasks: [second], reason: '另有安排' })
    const { tasks } = await draftOf(directiveId)
    expect(tasks.map((task) => task.status)).toEqual(['approved', 'declined', 'awaiting_approval'])
    expect(await auditOf(first.id)).toContain('task.approved')
    expect(await auditOf(second.id)).toContain('task.declined')
    await expect(
      runAs('office-head', approveTasks, {
        directiveId,
        tasks: [{ ...second, version: second.version + 1 }],
      }),
    ).rejects.toMatchObject({ code: 'workspace.cannot_approve' })
  })
})
