import { describe, expect, it } from 'vitest'
import { buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import { fromLocalDate } from '@/server/dates'
import { refreshDueLights, refreshTask } from './refresh-task'

const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

describe('the kept light of a task', () => {
  it('is grey until the lead acknowledges, and it is the lead’s move', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }])
    await refreshTask(await ctxOf('officer'), task.id)
    const row = await db.task.findUniqueOrThrow({ where: { id: task.id } })
    expect(row.light).toBe('idle')
    expect(row.leadUnitId).toBe(org.unitIds.relief)
    expect(row.move).toMatchObject({ party: 'lead', unitId: org.unitIds.relief, act: 'acknowledge' })
  })

  it('turns red by the timed job on the day after its due date, and remembers that it was overdue', async () => {
    const { db } = await testWorld()
    const task = await buildDispatchedTask(
      [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
      {
        status: 'in_progress',
        dueOn: fromLocalDate('2020-04-20'),
      },
    )
    await refreshTask(await ctxOf('officer'), task.id)
    const before = await db.task.findUniqueOrThrow({ where: { id: task.id } })
    expect(before.light).toBe('ok')
    expect(before.lightNextChangeOn).not.toBeNull()
    await refreshDueLights(await ctxOf('officer', after(14)))
    const row = await db.task.findUniqueOrThrow({ where: { id: task.id }, include: { assignments: true } })
    expect([row.light, row.everOverdue, row.version]).toEqual(['off', true, 1])
    expect(row.assignments[0]?.light).toBe('off')
  })

  it('shows the last report that stands as claimed and the last accepted review as verified', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask(
      [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
      {
        status: 'in_progress',
      },
    )
    const writtenById = org.personIds['relief-liaison'] ?? ''
    const assignmentId = task.assignments[0]?.id ?? ''
    const base = {
      assignmentId,
      writtenById,
      submittedById: org.personIds['relief-head'] ?? '',
      done: '做了',
      submittedAt: NOW,
    }
    await db.report.create({
      data: {
        ...base,
        seq: 1,
        status: 'accepted',
        claimedProgress: 40,
        reviews: {
          create: {
            reviewerId: org.personIds.officer ?? '',
            decision: 'accept',
            verifiedProgress: 30,
            basis: 'document',
          },
        },
      },
    })
    await db.report.create({ data: { ...base, seq: 2, status: 'submitted', claimedProgress: 60 } })
    await refreshTask(await ctxOf('officer'), task.id)
    const row = await db.task.findUniqueOrThrow({ where: { id: task.id } })
    expect([row.claimedProgress, row.verifiedProgress]).toEqual([60, 30])
    expect(row.move).toMatchObject({ party: 'office', act: 'review' })
  })
})
