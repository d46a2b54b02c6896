import { expect, test } from 'vitest'
import { listChanges, summariseChanges } from '@/server/notifications/list-changes'
import { fromLocalDate } from '@/server/dates'
import { turnLights } from '@/server/jobs/refresh-lights'
import { changeDueDate } from '@/server/tasks/change-due-date'
import { refreshTask } from '@/server/tasks/refresh-task'
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

test('lights that turned since the last look stand there once a task: all of them for the office, red ones for a leader, none for units', async () => {
  const { db } = await testWorld()
  const task = await buildDispatchedTask(
    [{ unit: 'children', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    { status: 'in_progress', dueOn: fromLocalDate('2020-04-20') },
  )
  await refreshTask(await ctxOf('officer'), task.id)
  const turnedBy = async (account: string, now: Date, before: Date) => {
    const ctx = await ctxOf(account, now)
    const { rows, total } = await listChanges(ctx, before, {})
    expect((await summariseChanges(ctx, before, 5)).total, account).toBe(total)
    const found = rows.filter((row) => row.task?.no === task.no && row.event.startsWith('light.'))
    return found.map((row) => [row.event, row.params.from])
  }
  const at = (day: string) => new Date(`${day}T01:00:00Z`)
  await turnLights({ db, now: at('2020-04-15') })
  expect(await turnedBy('officer', at('2020-04-15'), NOW)).toEqual([['light.risk', 'ok']])
  expect(await turnedBy('leader', at('2020-04-15'), NOW)).toEqual([])
  await turnLights({ db, now: at('2020-04-22') })
  expect(await turnedBy('office-head', at('2020-04-22'), NOW)).toEqual([['light.off', 'ok']])
  expect(await turnedBy('officer', at('2020-04-22'), at('2020-04-15'))).toEqual([['light.off', 'risk']])
  expect(await turnedBy('leader', at('2020-04-22'), NOW)).toEqual([['light.off', 'ok']])
  expect(await turnedBy('children-head', at('2020-04-22'), NOW)).toEqual([])
  // Back where it was: nothing turned since.
  await runAs(
    'leader',
    changeDueDate,
    { taskId: task.id, version: task.version, dueOn: '2020-06-30', reason: '改期' },
    { now: at('2020-04-23') },
  )
  expect(await turnedBy('officer', at('2020-04-23'), at('2020-04-15'))).toEqual([])
  expect(await turnedBy('officer', at('2020-04-23'), at('2020-04-22'))).toEqual([['light.risk', 'off']])
})

test('the list of all changes goes on behind a light that turned', async () => {
  const ctx = await ctxOf('officer', new Date('2020-04-23T01:00:00Z'))
  const { rows } = await listChanges(ctx, NOW, {})
  const light = rows.findIndex((row) => row.event.startsWith('light.'))
  expect(light).toBeGreaterThanOrEqual(0)
  const rest = await listChanges(ctx, NOW, { before: rows[light]?.id })
  expect(rest.rows.map((row) => row.id)).toEqual(rows.slice(light + 1).map((row) => row.id))
})

test('a change that the log alone tells says why, and to which day', async () => {
  const task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    { status: 'in_progress' },
  )
  const acted = new Date(NOW.getTime() + 240_000)
  const input = { taskId: task.id, version: task.version, dueOn: '2020-07-31', reason: '部务会议定' }
  await runAs('leader', changeDueDate, input, { now: acted })
  const { rows } = await listChanges(await ctxOf('inspector', acted), NOW, { event: 'task.due_date_changed' })
  expect(rows.find((row) => row.task?.no === task.no)?.params).toMatchObject({
    reason: '部务会议定',
    on: '2020-07-31',
  })
})
