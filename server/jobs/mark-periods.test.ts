import { describe, expect, test } from 'vitest'
import { monthOf } from '@/domain/org/burden'
import { fromLocalDate } from '@/server/dates'
import { markPeriods } from '@/server/jobs/mark-periods'
import { sendReminders } from '@/server/jobs/send-reminders'
import { countRequests } from '@/server/org/count-requests'
import { refreshTask } from '@/server/tasks/refresh-task'
import { sendUrges } from '@/server/urges/send-urges'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const at = (day: string) => new Date(`${day}T02:00:00Z`)
const working = { status: 'in_progress' as const, acknowledgedAt: NOW, dueOn: null }
const monthly = { status: 'in_progress', kind: 'ongoing', cycle: 'monthly', cycleDay: 30 } as const
const report = async (assignmentId: string, seq: number, day: string) => {
  const { db, org } = await testWorld()
  return db.report.create({
    data: {
      assignmentId,
      seq,
      status: 'submitted',
      claimedProgress: 10,
      writtenById: org.personIds['relief-liaison'] ?? '',
      submittedAt: at(day),
    },
  })
}
const periodsOf = async (assignmentId: string) => {
  const { db } = await testWorld()
  const rows = await db.reportPeriod.findMany({ where: { assignmentId }, orderBy: { n: 'asc' } })
  return rows.map((one) => ({
    n: one.n,
    due: one.dueOn.toISOString().slice(0, 10),
    served: one.reportId !== null,
    missed: one.missedAt !== null,
    excused: one.excusedAt !== null,
  }))
}
const told = async (unit: string, event: string) => {
  const { db, org } = await testWorld()
  return db.notification.findMany({ where: { unitId: org.unitIds[unit], event } })
}

describe('reporting periods', () => {
  test('are opened, served and missed by the job, which run twice acts once; the light needs no row', async () => {
    const { db } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'relief', data: working }], monthly)
    const id = task.assignments[0]?.id ?? ''
    await markPeriods({ db, now: at('2020-04-13') })
    expect(await periodsOf(id)).toEqual([
      { n: 1, due: '2020-04-30', served: false, missed: false, excused: false },
    ])
    await report(id, 1, '2020-04-28')
    await db.report.updateMany({ where: { assignmentId: id }, data: { status: 'accepted' } })
    const now = at('2020-06-02')
    expect(await markPeriods({ db, now })).toEqual({ opened: 2, served: 1, missed: 1 })
    expect(await markPeriods({ db, now })).toEqual({ opened: 0, served: 0, missed: 0 })
    const [first, second, third] = await periodsOf(id)
    expect(first).toMatchObject({ n: 1, served: true, missed: false })
    // 30 May is a Saturday: due on Monday 1 June.
    expect(second).toMatchObject({ n: 2, due: '2020-06-01', missed: true })
    expect(third).toMatchObject({ n: 3, due: '2020-06-30', missed: false })
    expect(await told('relief', 'report.missed')).toHaveLength(1)
    await db.reportPeriod.deleteMany({ where: { assignmentId: id } })
    await refreshTask(await ctxOf('officer', now), task.id)
    const { light, lightFacts } = await db.assignment.findUniqueOrThrow({ where: { id } })
    expect(light).toBe('risk')
    expect(lightFacts).toMatchObject({ missedPeriods: 1, reportDuesAhead: ['2020-06-30', '2020-07-30'] })
  })

  test('owe nothing while the task is suspended', async () => {
    const { db } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'elderly', data: working }], monthly)
    const id = task.assignments[0]?.id ?? ''
    const entry = (event: string, day: string) => ({
      at: at(day),
      event,
      actorKind: 'person' as const,
      actorName: '某人',
      entity: 'task',
      entityId: task.id,
      taskId: task.id,
      beforeHash: '',
      afterHash: '',
    })
    await db.auditEntry.createMany({
      data: [entry('task.suspended', '2020-04-20'), entry('task.resumed', '2020-05-25')],
    })
    await markPeriods({ db, now: at('2020-06-03') })
    expect((await periodsOf(id)).map(({ excused, missed }) => ({ excused, missed }))).toEqual([
      { excused: true, missed: false },
      { excused: true, missed: false },
      { excused: false, missed: false },
    ])
    await refreshTask(await ctxOf('officer', at('2020-06-03')), task.id)
    expect((await db.assignment.findUniqueOrThrow({ where: { id } })).light).toBe('ok')
  })
})

describe('reminders', () => {
  test('one notice a kind, unit and day; on a day off nobody; what waits for a review is not reminded of', async () => {
    const { db } = await testWorld()
    const due = { dueOn: fromLocalDate('2020-04-16'), originalDueOn: fromLocalDate('2020-04-16') }
    const parts = [{ unit: 'centre', data: { ...working, ...due } }]
    await buildDispatchedTask(parts, { status: 'in_progress', ...due })
    await buildDispatchedTask(parts, { status: 'in_progress', ...due })
    const waiting = await buildDispatchedTask(parts, { status: 'in_progress', ...due })
    await report(waiting.assignments[0]?.id ?? '', 1, '2020-04-10')
    await sendReminders({ db, now: at('2020-04-12') })
    expect(await told('centre', 'reminder.due_soon')).toHaveLength(0)
    await sendReminders({ db, now: at('2020-04-13') })
    await sendReminders({ db, now: at('2020-04-13') })
    const notices = await told('centre', 'reminder.due_soon')
    expect(notices).toHaveLength(1)
    expect(notices[0]?.params).toMatchObject({ count: 2, workingDays: 3, dueOn: '2020-04-16' })
    await sendReminders({ db, now: at('2020-04-16') })
    expect(await told('centre', 'reminder.due_today')).toHaveLength(1)
  })
})

describe('the burden of a unit', () => {
  test('counts slips, reports and answers of the month from the rows, beside its open assignments', async () => {
    const { db, org } = await testWorld()
    const tasks = await Promise.all([
      buildDispatchedTask([{ unit: 'south', data: working }], monthly),
      buildDispatchedTask([{ unit: 'south', data: working }], { status: 'in_progress' }),
    ])
    await markPeriods({ db, now: at('2020-04-13') })
    const ids = tasks.map((task) => task.assignments[0]?.id ?? '')
    await runAs('officer', sendUrges, { chosen: ids, level: 1, answerBy: '4-14', text: '请反馈。' })
    const south = org.unitIds.south ?? ''
    const ctx = await ctxOf('officer')
    const [april] = await countRequests(ctx, monthOf('2020-04-10'), [south])
    expect(april).toEqual({ unitId: south, urges: 1, reports: 1, answers: 1, openAssignments: 2 })
    expect((await countRequests(ctx, monthOf('2020-03-10'), [south]))[0]).toMatchObject({
      urges: 0,
      reports: 0,
    })
  })
})
