import { expect, it } from 'vitest'
import { buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import { countDuties } from './duties'
import { hasHandedDown } from './hand-down-duties'
import { listDuties } from './list-duties'

it('a report from below waits on the desk of the head who handed the task down, not on the office’s', async () => {
  const { db, org } = await testWorld()
  const task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    { status: 'in_progress' },
  )
  expect(await hasHandedDown(await ctxOf('relief-head'))).toBe(false)
  const base = {
    taskId: task.id,
    part: 'local' as const,
    dispatchedAt: NOW,
    acknowledgeDueOn: NOW,
    refuseDueOn: NOW,
  }
  const below = (unit: string, parent: string, more: object) =>
    db.assignment.create({
      data: { ...base, unitId: org.unitIds[unit] ?? '', parentAssignmentId: parent, ...more },
    })
  const lead = task.assignments[0]?.id ?? ''
  const north = await below('north', lead, { status: 'in_progress', acknowledgedAt: NOW })
  await below('south', lead, { status: 'refused', refusedAt: NOW, refusalReason: '不归我办' })
  const city = await below('north-city', north.id, { status: 'in_progress', acknowledgedAt: NOW })
  for (const [assignmentId, unit] of [
    [north.id, 'north'],
    [city.id, 'north-city'],
  ])
    await db.report.create({
      data: {
        assignmentId: assignmentId ?? '',
        seq: 1,
        status: 'submitted',
        claimedProgress: 10,
        done: '已办',
        writtenById: org.personIds[`${unit ?? ''}-liaison`] ?? '',
        submittedAt: NOW,
      },
    })
  expect(await countDuties(await ctxOf('relief-head'))).toMatchObject({ review: 1, rule: 1 })
  expect((await countDuties(await ctxOf('north-head'))).review).toBe(1)
  expect((await countDuties(await ctxOf('officer'))).review ?? 0).toBe(0)
  expect((await countDuties(await ctxOf('south-head'))).review ?? 0).toBe(0)
  const rows = (await listDuties(await ctxOf('relief-head'), { limit: 5 })).rows
  expect(rows.find((row) => row.kind === 'review')).toMatchObject({ unit: { name: '北省' } })
  expect(await hasHandedDown(await ctxOf('relief-head'))).toBe(true)
  expect(await hasHandedDown(await ctxOf('relief-liaison'))).toBe(false)
})
