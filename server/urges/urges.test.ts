import { describe, expect, test } from 'vitest'
import { settingsSchema } from '@/domain/settings'
import { isFailure } from '@/domain/errors'
import { fromLocalDate } from '@/server/dates'
import { runUrging } from '@/server/jobs/send-urges'
import { forgetRules } from '@/server/load-rules'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { draftAnswer } from '@/server/urges/draft-answer'
import { escalateUrges } from '@/server/urges/escalate-urges'
import { readsSlip, visibleSlips } from '@/server/urges/scope'
import { sendUrges } from '@/server/urges/send-urges'
import { signAnswer } from '@/server/urges/sign-answer'
import { actorOf, auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const at = (day: string) => new Date(`${day}T02:00:00Z`)
const failing = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (isFailure(error)) return error.code
    throw error
  }
  return null
}
const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const running = { status: 'in_progress' as const }
const urgeOf = (ids: string[], level = 1) => ({
  chosen: ids,
  level,
  answerBy: '2020-04-14',
  text: '请于时限前反馈进展。',
})
const slipOf = async (assignmentId: string) => {
  const { db } = await testWorld()
  const urge = await db.urge.findFirstOrThrow({
    where: { assignmentId },
    orderBy: { id: 'desc' },
    include: { slip: true },
  })
  return urge.slip
}
const partOf = (task: { assignments: { id: string; part: string }[] }, part = 'lead') =>
  task.assignments.find((one) => one.part === part)?.id ?? ''
const noticesOf = async (unit: string, event: string) => {
  const { db, org } = await testWorld()
  return db.notification.findMany({ where: { unitId: org.unitIds[unit], event } })
}

describe('urging by hand', () => {
  test('an officer urges tasks of two units: one slip and one notice each; what is finished is named', async () => {
    const { db } = await testWorld()
    const parts = await Promise.all([
      buildDispatchedTask([{ unit: 'relief', data: working }], running),
      buildDispatchedTask([{ unit: 'relief', data: working }], running),
      buildDispatchedTask([{ unit: 'elderly', data: working }], running),
      buildDispatchedTask([{ unit: 'elderly', data: { ...working, status: 'accepted', acceptedAt: NOW } }], {
        status: 'completed',
        completedOn: fromLocalDate('2020-04-10'),
      }),
    ])
    const ids = parts.map((task) => partOf(task))
    const result = await runAs('officer', sendUrges, urgeOf(ids))
    expect(result.done).toBe(3)
    expect(result.sent).toHaveLength(2)
    expect(result.left).toEqual([{ no: parts[3]?.no, code: 'urge.nothing_owed', params: {} }])
    expect(await db.urgeSlip.count()).toBe(2)
    expect(await noticesOf('relief', 'urge.sent')).toHaveLength(1)
    expect((await noticesOf('relief', 'urge.sent'))[0]?.params).toMatchObject({ count: 2, level: 1 })
    const urge = await db.urge.findFirstOrThrow({ where: { assignmentId: ids[0] } })
    expect(await auditOf(urge.id)).toEqual(['urge.sent'])
    // While it is open nothing is asked twice.
    const again = await runAs('office-head', sendUrges, urgeOf([ids[0] ?? ''], 2))
    expect(again).toMatchObject({ done: 0, left: [{ code: 'urge.already_open' }] })
  })

  test('a lead’s head urges its supporter, not others; a liaison and other units may not', async () => {
    const task = await buildDispatchedTask(
      [
        { unit: 'relief', data: working },
        { unit: 'children', data: working },
      ],
      running,
    )
    const supporter = partOf(task, 'supporting')
    expect(await failing(runAs('relief-head', sendUrges, urgeOf([partOf(task)])))).toBe('common.forbidden')
    expect(await failing(runAs('relief-liaison', sendUrges, urgeOf([supporter])))).toBe('common.forbidden')
    expect(await failing(runAs('elderly-head', sendUrges, urgeOf([supporter])))).toBe('common.not_found')
    expect(await failing(runAs('inspector', sendUrges, urgeOf([supporter])))).toBe('common.forbidden')
    const { org } = await testWorld()
    expect(await runAs('relief-head', sendUrges, urgeOf([supporter]))).toMatchObject({ done: 1 })
    expect(await slipOf(supporter)).toMatchObject({
      unitId: org.unitIds.children,
      senderUnitId: org.unitIds.relief,
    })
  })

  test('suspended tasks, refusals and reports that wait for a review are left alone', async () => {
    const { db, org } = await testWorld()
    const suspended = await buildDispatchedTask([{ unit: 'centre', data: working }], {
      status: 'suspended',
      statusBeforeSuspension: 'in_progress',
    })
    const refused = await buildDispatchedTask([
      { unit: 'centre', data: { status: 'refused', refusedAt: NOW, refusalReason: '非本单位职能' } },
    ])
    const waiting = await buildDispatchedTask([{ unit: 'centre', data: working }], running)
    await db.report.create({
      data: {
        assignmentId: partOf(waiting),
        seq: 1,
        status: 'submitted',
        claimedProgress: 10,
        writtenById: org.personIds['centre-liaison'] ?? '',
        submittedAt: NOW,
      },
    })
    const result = await runAs(
      'officer',
      sendUrges,
      urgeOf([suspended, refused, waiting].map((one) => partOf(one))),
    )
    expect(result.done).toBe(0)
    expect(result.left.map(({ code }) => code).sort()).toEqual([
      'urge.awaits_review',
      'urge.refused',
      'urge.suspended',
    ])
  })

  test('level three by hand tells the responsible leader too', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'south', data: working }], {
      ...running,
      responsibleLeaderId: org.personIds.leader,
    })
    await runAs('office-head', sendUrges, urgeOf([partOf(task)], 3))
    const where = { personId: org.personIds.leader, event: 'urge.escalated', taskId: task.id }
    expect(await db.notification.count({ where })).toBe(1)
  })

  test('the answer-by date lies within sixty days from the sending', async () => {
    const task = await buildDispatchedTask([{ unit: 'south', data: working }], running)
    const input = { ...urgeOf([partOf(task)]), answerBy: '2020-04-09' }
    expect(await failing(runAs('officer', sendUrges, input))).toBe('form.invalid')
  })
})

describe('answering', () => {
  test('a liaison drafts, only the head signs; after the date it is marked late', async () => {
    const task = await buildDispatchedTask([{ unit: 'north', data: working }], running)
    await runAs('officer', sendUrges, urgeOf([partOf(task)]))
    const slip = await slipOf(partOf(task))
    const draft = { slipId: slip.id, version: slip.version, answer: '已完成八成，月底前全部完成。' }
    expect(await failing(runAs('south-liaison', draftAnswer, draft))).toBe('common.not_found')
    expect(await failing(runAs('officer', draftAnswer, draft))).toBe('common.forbidden')
    await runAs('north-liaison', draftAnswer, draft)
    const drafted = await slipOf(partOf(task))
    expect(drafted).toMatchObject({ status: 'sent', answer: draft.answer })
    expect(await auditOf(slip.id)).toEqual(['urge.answer_drafted'])
    const sign = { slipId: slip.id, version: drafted.version, answer: draft.answer }
    expect(await failing(runAs('north-liaison', signAnswer, sign))).toBe('common.forbidden')
    expect(await failing(runAs('north-head', signAnswer, { ...sign, version: slip.version }))).toBe(
      'common.stale',
    )
    expect(await runAs('north-head', signAnswer, sign, { now: at('2020-04-15') })).toMatchObject({
      late: true,
    })
    expect(await slipOf(partOf(task))).toMatchObject({ status: 'answered', answeredLate: true })
    expect(await noticesOf('office', 'urge.answered')).toHaveLength(1)
    const again = { ...sign, version: drafted.version + 1 }
    expect(await failing(runAs('north-head', signAnswer, again))).toBe('urge.cannot_answer')
  })

  test('the slip is read by its unit, its sender and those who read all; the rule and the list agree', async () => {
    const { db } = await testWorld()
    const all = await db.urgeSlip.findMany()
    for (const account of [
      'relief-head',
      'children-liaison',
      'south-head',
      'officer',
      'inspector',
      'auditor',
      'leader',
    ]) {
      const actor = await actorOf(account)
      const listed = await db.urgeSlip.findMany({ where: visibleSlips(actor), select: { id: true } })
      const ruled = all.filter((one) => readsSlip(actor, one)).map((one) => one.id)
      expect(listed.map((one) => one.id).sort()).toEqual(ruled.sort())
    }
  })
})

describe('by the clock', () => {
  test('rules urge once a fact, one slip a unit a day; days off, suspended tasks and rules switched off urge nobody', async () => {
    const { db } = await testWorld()
    const late = { acknowledgeDueOn: fromLocalDate('2020-04-13') }
    const first = await buildDispatchedTask([{ unit: 'south-city', data: late }])
    const second = await buildDispatchedTask([{ unit: 'south-city', data: late }])
    await buildDispatchedTask([{ unit: 'south-city', data: late }], {
      status: 'suspended',
      statusBeforeSuspension: 'dispatched',
    })
    // Saturday 18 April: nobody works.
    expect(await runUrging({ db, now: at('2020-04-18') })).toMatchObject({ urged: 0 })
    await setRules({ not_acknowledged: { on: false } })
    expect((await runUrging({ db, now: at('2020-04-20') })).urged).toBe(0)
    await setRules({})
    const [a, b] = await Promise.all([
      runUrging({ db, now: at('2020-04-20') }),
      runUrging({ db, now: at('2020-04-20') }),
    ])
    expect(a.urged + b.urged).toBe(2)
    const slip = await slipOf(partOf(first))
    expect(slip).toMatchObject({ level: 1, sentById: null, id: (await slipOf(partOf(second))).id })
    expect((await runUrging({ db, now: at('2020-04-21') })).urged).toBe(0)
    // The unit acknowledges one: done is answered.
    const { version, id } = await db.assignment.findUniqueOrThrow({ where: { id: partOf(first) } })
    await runAs(
      'south-city-head',
      acknowledgeAssignment,
      { assignmentId: id, version },
      { now: at('2020-04-21') },
    )
    expect(await db.urge.findFirst({ where: { assignmentId: id } })).toMatchObject({ status: 'answered' })
    expect(await slipOf(partOf(second))).toMatchObject({ status: 'sent' })
  })

  test('an unanswered urge lapses, rises to two and three; the third tells the leader and stops', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'north-city', data: working }], running)
    await runAs('officer', sendUrges, urgeOf([partOf(task)]))
    // Answer by 14 April: lapsed on the 15th, and one working day after the date at level two.
    expect(await runUrging({ db, now: at('2020-04-14') })).toMatchObject({ lapsed: 0 })
    await runUrging({ db, now: at('2020-04-15') })
    await runUrging({ db, now: at('2020-04-15') })
    expect(await slipOf(partOf(task))).toMatchObject({ level: 2, status: 'sent' })
    await runUrging({ db, now: at('2020-04-20') })
    const third = await slipOf(partOf(task))
    expect(third).toMatchObject({ level: 3, status: 'sent' })
    const told = await db.notification.findMany({
      where: { personId: org.personIds.leader, event: 'urge.escalated', taskId: task.id },
    })
    expect(told).toHaveLength(1)
    await runUrging({ db, now: at('2020-04-30') })
    expect(await slipOf(partOf(task))).toMatchObject({ id: third.id, level: 3, status: 'lapsed' })
    await runUrging({ db, now: at('2020-05-06') })
    const urges = await db.urge.findMany({ where: { assignmentId: partOf(task) }, orderBy: { id: 'asc' } })
    expect(urges.map(({ status }) => status)).toEqual(['escalated', 'escalated', 'lapsed'])
    expect(await auditOf(urges[0]?.id ?? '')).toEqual(['urge.sent', 'urge.lapsed', 'urge.escalated'])
    // It can still be answered, late.
    const answer = { slipId: third.id, version: (await slipOf(partOf(task))).version, answer: '已整改到位。' }
    expect(await runAs('north-city-head', signAnswer, answer, { now: at('2020-05-06') })).toMatchObject({
      late: true,
    })
  })

  test('the office raises a lapsed slip by hand; not one that is open, nor another unit', async () => {
    const { db } = await testWorld()
    await setRules({ unanswered: { on: false } })
    const task = await buildDispatchedTask([{ unit: 'north-county', data: working }], running)
    await runAs('officer', sendUrges, urgeOf([partOf(task)]))
    const sent = await slipOf(partOf(task))
    const input = { slipId: sent.id, version: sent.version, text: '二次催办' }
    expect(await failing(runAs('officer', escalateUrges, input))).toBe('urge.cannot_escalate')
    await runUrging({ db, now: at('2020-04-16') })
    const lapsed = await slipOf(partOf(task))
    expect(lapsed.status).toBe('lapsed')
    const now = at('2020-04-16')
    const right = { ...input, version: lapsed.version }
    expect(await failing(runAs('north-county-head', escalateUrges, right, { now }))).toBe('common.forbidden')
    await runAs('officer', escalateUrges, right, { now })
    expect(await slipOf(partOf(task))).toMatchObject({ level: 2, text: '二次催办' })
    await setRules({})
  })

  test('what a bureau handed down is urged for in the bureau’s name', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'centre', data: working }], running)
    const local = await db.assignment.create({
      data: {
        taskId: task.id,
        unitId: org.unitIds.south ?? '',
        part: 'local',
        parentAssignmentId: partOf(task),
        dispatchedAt: NOW,
        acknowledgeDueOn: fromLocalDate('2020-04-13'),
        refuseDueOn: fromLocalDate('2020-04-14'),
      },
    })
    await runUrging({ db, now: at('2020-04-20') })
    expect(await slipOf(local.id)).toMatchObject({
      unitId: org.unitIds.south,
      senderUnitId: org.unitIds.centre,
    })
  })

  test('overdue and missed reports are urged for once each', async () => {
    const { db } = await testWorld()
    const due = { dueOn: fromLocalDate('2020-04-15'), originalDueOn: fromLocalDate('2020-04-15') }
    const overdue = await buildDispatchedTask([{ unit: 'children', data: { ...working, ...due } }], {
      ...running,
      ...due,
    })
    const weekly = await buildDispatchedTask([{ unit: 'children', data: working }], {
      ...running,
      kind: 'ongoing',
      cycle: 'weekly',
      cycleDay: 5,
    })
    const ctx = await ctxOf('officer', at('2020-04-20'))
    const { refreshTasks } = await import('@/server/tasks/refresh-task')
    await refreshTasks(ctx, [weekly.id, overdue.id])
    await db.assignment.updateMany({ where: { taskId: weekly.id }, data: { dueOn: null } })
    await runUrging({ db, now: at('2020-04-20') })
    const rules = async (id: string) =>
      (await db.urge.findMany({ where: { assignmentId: id }, orderBy: { id: 'asc' } })).map(
        ({ rule }) => rule,
      )
    expect(await rules(partOf(overdue))).toEqual(['overdue'])
    expect(await rules(partOf(weekly))).toEqual(['report_missed'])
    expect((await slipOf(partOf(overdue))).id).toBe((await slipOf(partOf(weekly))).id)
  })
})

async function setRules(rules: object): Promise<void> {
  const { db } = await testWorld()
  settingsSchema.shape.urgeRules.parse(rules)
  await db.setting.upsert({
    where: { key: 'urgeRules' },
    create: { key: 'urgeRules', value: rules },
    update: { value: rules },
  })
  forgetRules()
}
