import { expect, test } from 'vitest'
import { listChanges, summariseChanges } from '@/server/notifications/list-changes'
import { completeTask } from '@/server/tasks/complete-task'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

test('what became of a task since the last look is on the desk of all who read it, once, and of nobody else', async () => {
  const { db, org } = await testWorld()
  const task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'accepted', acknowledgedAt: NOW, acceptedAt: NOW } }],
    { status: 'under_review', conclusion: '已办结' },
  )
  const evidence = await db.evidence.create({
    data: {
      kind: 'reference',
      reference: '民函〔2020〕1号',
      name: '函',
      unitId: org.unitIds.relief ?? '',
      uploadedById: org.personIds['relief-liaison'] ?? '',
    },
  })
  await db.report.create({
    data: {
      assignmentId: task.assignments[0]?.id ?? '',
      seq: 1,
      kind: 'completion',
      status: 'accepted',
      claimedProgress: 100,
      done: '已办',
      writtenById: org.personIds['relief-liaison'] ?? '',
      submittedAt: NOW,
      evidence: { create: { evidenceId: evidence.id } },
    },
  })
  const since = new Date(NOW.getTime() + 60_000)
  const acted = new Date(NOW.getTime() + 120_000)
  await runAs('office-head', completeTask, { taskId: task.id, version: task.version }, { now: acted })
  const seenBy = async (account: string) => {
    const ctx = await ctxOf(account, acted)
    const { total, rows } = await listChanges(ctx, since, {})
    const short = await summariseChanges(ctx, since, 5)
    expect(short.total, account).toBe(total)
    return rows.filter((row) => row.task?.no === task.no && row.event === 'task.completed').length
  }
  expect(await seenBy('officer2')).toBe(1)
  expect(await seenBy('relief-liaison')).toBe(1)
  expect(await seenBy('office-head')).toBe(0)
  expect(await seenBy('children-liaison')).toBe(0)
})
