import { describe, expect, test } from 'vitest'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import { archiveDirective } from '@/server/directives/archive-directive'
import { closeDirective } from '@/server/directives/close-directive'
import { reviewReport } from '@/server/reports/review-report'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { archiveTask } from '@/server/tasks/archive-task'
import { changeDueDate } from '@/server/tasks/change-due-date'
import { getTask } from '@/server/tasks/get-task'
import { declineTask, sendBackTask } from '@/server/tasks/give-up-draft'
import { namePeople } from '@/server/tasks/name-people'
import { namePerson } from '@/server/tasks/name-person'
import { refreshTask } from '@/server/tasks/refresh-task'
import { reopenTask } from '@/server/tasks/reopen-task'
import { resumeTask } from '@/server/tasks/resume-task'
import { returnTask } from '@/server/tasks/return-task'
import { strikeOffTasks } from '@/server/tasks/strike-off-tasks'
import { suspendTask } from '@/server/tasks/suspend-task'
import { terminateTask } from '@/server/tasks/terminate-task'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const LATER = new Date('2020-04-15T02:00:00Z')
const done = { completedAt: NOW, completedOn: fromLocalDate('2020-04-10'), conclusion: '已办完' }
const accepted = { status: 'accepted' as const, acknowledgedAt: NOW, acceptedAt: NOW }
const working = { status: 'in_progress' as const, acknowledgedAt: NOW }

async function read(id: string) {
  const { db } = await testWorld()
  return db.task.findUniqueOrThrow({ where: { id }, include: { assignments: { orderBy: { part: 'asc' } } } })
}
async function toldOf(taskId: string, event: string) {
  const { db } = await testWorld()
  return db.notification.findMany({ where: { taskId, event }, select: { unitId: true, params: true } })
}
/** A task in progress of the relief bureau and what the bureau hands down from it: a task of its own for the northern province. */
async function handedDown(parent = 'in_progress' as const, child = 'in_progress' as const) {
  const { org } = await testWorld()
  const above = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: parent })
  const below = await buildDispatchedTask([{ unit: 'north', data: working }], {
    directiveId: above.directiveId,
    ownerUnitId: org.unitIds.relief,
    officeOwned: false,
    parentAssignmentId: above.assignments[0]?.id,
    status: child,
  })
  return { above, below }
}

describe('suspended', () => {
  test('a leader suspends a task: no light, whose move since that day, its units told, nobody acts on it; resumed, it goes on', async () => {
    const { id } = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly', data: working }])
    await runAs('leader', suspendTask, { taskId: id, version: 1, reason: '等新规出台' }, { now: LATER })
    const resting = await read(id)
    expect(resting).toMatchObject({
      status: 'suspended',
      statusBeforeSuspension: 'dispatched',
      suspendedAt: LATER,
      light: null,
      move: { party: 'approver', act: 'resume', since: '2020-04-15' },
      version: 2,
    })
    expect(resting.assignments.map((one) => [one.light, one.lightNextChangeOn])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(await auditOf(id)).toEqual(['task.suspended'])
    expect(await toldOf(id, 'task.suspended')).toHaveLength(3)
    const lead = resting.assignments[0]
    const ack = { assignmentId: lead?.id ?? '', version: 1 }
    await expect(runAs('relief-head', acknowledgeAssignment, ack)).rejects.toMatchObject({
      code: 'task.rests',
    })
    await expect(
      runAs('office-head', waiveAssignment, {
        ...ack,
        assignmentId: resting.assignments[1]?.id ?? '',
        reason: '不必',
      }),
    ).rejects.toMatchObject({ code: 'task.rests' })
    const page = await getTask(await ctxOf('leader', LATER), resting.no)
    expect(page.light).toMatchObject({ name: 'suspended' })
    expect(page.parts.map((part) => part.light?.name)).toEqual(['suspended', 'suspended'])

    await runAs('office-head', resumeTask, { taskId: id, version: 2 }, { now: LATER })
    const again = await read(id)
    expect(again).toMatchObject({ status: 'dispatched', suspendedAt: null, light: 'idle' })
    await runAs('relief-head', acknowledgeAssignment, ack, { now: LATER })
    expect((await read(id)).status).toBe('in_progress')
  })

  test('what was handed down rests with it and goes on with it; alone it is not resumed', async () => {
    const { above, below } = await handedDown()
    await runAs('office-head', suspendTask, { taskId: above.id, version: 1, reason: '暂停' })
    expect(await read(below.id)).toMatchObject({ status: 'suspended', suspendedWithId: above.id })
    await expect(runAs('leader', resumeTask, { taskId: below.id, version: 2 })).rejects.toMatchObject({
      code: 'task.parent_suspended',
      params: { no: above.no },
    })
    await runAs('office-head', resumeTask, { taskId: above.id, version: 2 })
    expect(await read(below.id)).toMatchObject({ status: 'in_progress', suspendedWithId: null })
    expect(await auditOf(below.id)).toEqual(['task.suspended', 'task.resumed'])
  })

  test('a report that waits is not answered while the task rests', async () => {
    const { db, org } = await testWorld()
    const { id, assignments } = await buildDispatchedTask([{ unit: 'relief', data: working }], {
      status: 'in_progress',
    })
    const writtenById = org.personIds['relief-head'] ?? ''
    const report = await db.report.create({
      data: {
        assignmentId: assignments[0]?.id ?? '',
        seq: 1,
        kind: 'progress',
        status: 'submitted',
        claimedProgress: 50,
        done: '已做一半',
        writtenById,
        submittedById: writtenById,
        submittedAt: NOW,
      },
    })
    await runAs('leader', suspendTask, { taskId: id, version: 1, reason: '暂停' })
    await expect(
      runAs('officer', reviewReport, {
        reportId: report.id,
        version: 1,
        decision: 'accept',
        verifiedProgress: 50,
        basis: 'document',
        reason: '',
      }),
    ).rejects.toMatchObject({ code: 'report.task_not_open', params: { status: 'suspended' } })
  })

  test('officers and units may not; a task under review is not suspended', async () => {
    const { id } = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: 'under_review' })
    const input = { taskId: id, version: 1, reason: '暂停' }
    for (const account of ['officer', 'relief-head', 'inspector'])
      await expect(runAs(account, suspendTask, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(runAs('elderly-head', suspendTask, input)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(runAs('leader', suspendTask, input)).rejects.toMatchObject({ code: 'task.cannot_suspend' })
  })
})

describe('terminated', () => {
  test('a leader terminates with a reason: no light, nothing owed, what was handed down ends with it', async () => {
    const { above, below } = await handedDown()
    await runAs('leader', terminateTask, { taskId: above.id, version: 1, reason: '政策调整' })
    expect(await read(above.id)).toMatchObject({
      status: 'terminated',
      light: null,
      move: null,
      closeReason: '政策调整',
    })
    expect((await read(below.id)).status).toBe('terminated')
    expect(await auditOf(above.id)).toEqual(['task.terminated'])
    expect(await toldOf(above.id, 'task.terminated')).toHaveLength(2)
    await expect(
      runAs('leader', terminateTask, { taskId: above.id, version: 2, reason: '再次' }),
    ).rejects.toMatchObject({ code: 'task.cannot_terminate' })
    const other = await buildDispatchedTask()
    await expect(
      runAs('office-head', terminateTask, { taskId: other.id, version: 1, reason: '不办' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('reopened', () => {
  test('a leader reopens: the lead owes again, a chosen supporter too, the closed directive is in force again', async () => {
    const { db } = await testWorld()
    const directive = await buildDirective({ status: 'closed', inForceAt: NOW, closedAt: NOW })
    const task = await buildDispatchedTask(
      [
        { unit: 'relief', data: accepted },
        { unit: 'elderly', data: accepted },
        { unit: 'children', data: { status: 'waived' } },
      ],
      { ...done, status: 'struck_off', directiveId: directive.id },
    )
    const elderly = task.assignments.find((one) => one.part === 'supporting' && one.status === 'accepted')
    await runAs(
      'leader',
      reopenTask,
      { taskId: task.id, version: 1, reason: '结果有误', again: [elderly?.id ?? ''] },
      { now: LATER },
    )
    const back = await read(task.id)
    expect(back).toMatchObject({
      status: 'in_progress',
      completedOn: null,
      conclusion: null,
      reopenedAt: LATER,
    })
    expect(back.assignments.map((one) => one.status).sort()).toEqual(['in_progress', 'in_progress', 'waived'])
    expect(back.move).toMatchObject({ party: 'lead', act: 'report', since: '2020-04-15' })
    expect(await auditOf(task.id)).toEqual(['task.reopened'])
    expect(await db.directive.findUniqueOrThrow({ where: { id: directive.id } })).toMatchObject({
      status: 'in_force',
      closedAt: null,
    })
    expect(await auditOf(directive.id)).toEqual(['directive.reopened'])
  })

  test('nobody else may; nothing comes back from the archive', async () => {
    const task = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
      ...done,
      status: 'completed',
    })
    const input = { taskId: task.id, version: 1, reason: '有误', again: [] }
    await expect(runAs('office-head', reopenTask, input)).rejects.toMatchObject({ kind: 'forbidden' })
    const kept = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
      ...done,
      status: 'archived',
    })
    await expect(runAs('leader', reopenTask, { ...input, taskId: kept.id })).rejects.toMatchObject({
      code: 'task.cannot_reopen',
    })
    const { id: directiveId } = await buildDirective({ status: 'archived', inForceAt: NOW })
    const old = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
      ...done,
      status: 'completed',
      directiveId,
    })
    await expect(runAs('leader', reopenTask, { ...input, taskId: old.id })).rejects.toMatchObject({
      code: 'task.directive_archived',
    })
  })

  test('a handed-down task is not reopened under a completed one: that one first', async () => {
    const { db } = await testWorld()
    const { above, below } = await handedDown()
    await db.task.update({ where: { id: above.id }, data: { ...done, status: 'completed' } })
    await db.task.update({ where: { id: below.id }, data: { ...done, status: 'completed' } })
    const input = { version: 1, reason: '有误', again: [] }
    await expect(runAs('leader', reopenTask, { ...input, taskId: below.id })).rejects.toMatchObject({
      code: 'task.parent_closed',
      params: { no: above.no },
    })
    await runAs('leader', reopenTask, { ...input, taskId: above.id })
    await runAs('leader', reopenTask, { ...input, taskId: below.id })
    expect((await read(below.id)).status).toBe('in_progress')
    // Whose move the task above is follows at once: all of its own is in, and it waits for what was handed down.
    await db.assignment.updateMany({
      where: { taskId: above.id },
      data: { status: 'accepted', acceptedAt: NOW },
    })
    const again = await read(below.id)
    await runAs('leader', terminateTask, { taskId: below.id, version: again.version, reason: '不再需要' })
    expect((await read(above.id)).move).toMatchObject({ act: 'conclude' })
  })
})

describe('returned from its review', () => {
  test('an officer returns it with a reason; the owner’s head does so with what the unit handed down', async () => {
    const task = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
      status: 'under_review',
      conclusion: '已办完',
    })
    await runAs('officer', returnTask, { taskId: task.id, version: 1, reason: '缺少数据', again: [] })
    const back = await read(task.id)
    expect(back).toMatchObject({ status: 'in_progress', conclusion: null })
    expect(back.assignments[0]).toMatchObject({ status: 'in_progress', acceptedAt: null, version: 2 })
    expect(await toldOf(task.id, 'task.returned')).toHaveLength(1)

    const { db } = await testWorld()
    const { below } = await handedDown()
    await db.task.update({ where: { id: below.id }, data: { status: 'under_review' } })
    const input = { taskId: below.id, version: 1, reason: '缺少数据', again: [] }
    await expect(runAs('officer', returnTask, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('relief-head', returnTask, input)
    expect((await read(below.id)).status).toBe('in_progress')
  })
})

describe('struck off and archived', () => {
  test('many at once: those that can be are, the others are named with why', async () => {
    const ready = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
      ...done,
      status: 'completed',
    })
    const running = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: 'in_progress' })
    const stale = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
      ...done,
      status: 'completed',
    })
    const result = await runAs('office-head', strikeOffTasks, {
      chosen: [`${ready.id}:1`, `${running.id}:1`, `${stale.id}:4`],
    })
    expect(result.done).toBe(1)
    expect(result.left.map(({ no, code }) => [no, code]).sort()).toEqual(
      [
        [running.no, 'task.cannot_strike_off'],
        [stale.no, 'common.stale'],
      ].sort(),
    )
    expect((await read(ready.id)).status).toBe('struck_off')
    await runAs('office-head', archiveTask, { taskId: ready.id, version: 2 })
    expect(await auditOf(ready.id)).toEqual(['task.struck_off', 'task.archived'])
    expect((await read(ready.id)).light).toBe('done')
  })

  test('a directive is closed, then archived, once nothing of it is open; the open ones are named', async () => {
    const { db } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: 'in_progress' })
    const directiveId = task.directiveId
    await expect(
      runAs('office-head', closeDirective, { directiveId, version: 1, reason: '' }),
    ).rejects.toMatchObject({ code: 'directive.tasks_open', params: { count: 1, nos: `T${task.no}` } })
    await expect(runAs('leader', archiveDirective, { directiveId, version: 1 })).rejects.toMatchObject({
      code: 'directive.cannot_archive',
    })
    await db.task.update({ where: { id: task.id }, data: { ...done, status: 'completed' } })
    await runAs('office-head', closeDirective, { directiveId, version: 1, reason: '' })
    await expect(runAs('officer', archiveDirective, { directiveId, version: 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await runAs('office-head', archiveDirective, { directiveId, version: 2 })
    expect(await auditOf(directiveId)).toEqual(['directive.closed', 'directive.archived'])
  })
})

describe('before dispatch', () => {
  test('an approved task is sent back, one that waits is declined, from their own pages; their drafter is told', async () => {
    const { db, org } = await testWorld()
    const directive = await buildDirective()
    const make = (status: 'approved' | 'awaiting_approval') =>
      db.task.create({
        data: {
          directiveId: directive.id,
          ownerUnitId: org.unitIds.office ?? '',
          createdById: org.personIds.officer ?? '',
          title: '做好一件事',
          status,
          submittedAt: NOW,
        },
      })
    const approved = await make('approved')
    const waiting = await make('awaiting_approval')
    const reason = '要求不明'
    await expect(
      runAs('officer', sendBackTask, { taskId: approved.id, version: 1, reason }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('office-head', sendBackTask, { taskId: approved.id, version: 1, reason })
    await runAs('leader', declineTask, { taskId: waiting.id, version: 1, reason })
    expect((await read(approved.id)).status).toBe('draft')
    expect(await read(waiting.id)).toMatchObject({ status: 'declined', closeReason: reason })
    const told = await db.notification.findMany({
      where: { directiveId: directive.id, personId: org.personIds.officer },
      select: { event: true },
    })
    expect(told.map((one) => one.event).sort()).toEqual(['task.declined', 'task.sent_back'])
  })
})

describe('a leader changes the due date', () => {
  test('parts that went by it go with it, what is handed down is drawn in, the first date stays', async () => {
    const { above, below } = await handedDown()
    await runAs('leader', changeDueDate, {
      taskId: above.id,
      version: 1,
      reason: '提前',
      dueOn: '2020-05-29',
    })
    const [task, child] = [await read(above.id), await read(below.id)]
    for (const one of [task, child, ...task.assignments, ...child.assignments]) {
      expect(toLocalDateOrNull(one.dueOn)).toBe('2020-05-29')
      expect(toLocalDateOrNull(one.originalDueOn)).toBe('2020-06-30')
    }
    expect(task.extensionCount).toBe(0)
    expect(await auditOf(above.id)).toEqual(['task.due_date_changed'])
    expect(await auditOf(below.id)).toEqual(['task.due_date_changed'])
    await runAs('leader', changeDueDate, { taskId: above.id, version: 2, reason: '放宽', dueOn: '7月底' })
    expect(toLocalDateOrNull((await read(above.id)).assignments[0]?.dueOn ?? null)).toBe('2020-07-31')
    // Nothing handed down gets later by it, nor later than what it hangs on.
    expect(toLocalDateOrNull((await read(below.id)).dueOn)).toBe('2020-05-29')
    await expect(
      runAs('leader', changeDueDate, { taskId: below.id, version: 2, reason: '放宽', dueOn: '2020-08-10' }),
    ).rejects.toMatchObject({ code: 'task.due_after_parent', params: { parentDueOn: '2020-07-31' } })
  })

  test('not into the past, not the same, not by the office; what cannot be read is said at its field', async () => {
    const { id } = await buildDispatchedTask()
    const input = { taskId: id, version: 1, reason: '调整' }
    const as = (account: string, dueOn: string) => runAs(account, changeDueDate, { ...input, dueOn })
    await expect(as('leader', '2020-04-01')).rejects.toMatchObject({ code: 'task.due_date_past' })
    await expect(as('leader', '2020-06-30')).rejects.toMatchObject({ code: 'task.due_date_same' })
    await expect(as('leader', '不久')).rejects.toMatchObject({ fields: [{ path: 'dueOn' }] })
    await expect(as('office-head', '2020-07-31')).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('who is responsible', () => {
  test('the office head names leader and person, the unit’s head names who does its part; both are told', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: 'in_progress' })
    const id = (account: string) => org.personIds[account] ?? ''
    const named = { taskId: task.id, version: 1, leaderId: id('leader'), personId: id('relief-head') }
    await expect(runAs('officer', namePeople, named)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      runAs('office-head', namePeople, { ...named, leaderId: id('relief-head') }),
    ).rejects.toMatchObject({ code: 'task.person_not_in_post' })
    await runAs('office-head', namePeople, named)
    expect(await read(task.id)).toMatchObject({
      responsibleLeaderId: id('leader'),
      responsiblePersonId: id('relief-head'),
    })
    const part = { assignmentId: task.assignments[0]?.id ?? '', version: 1, personId: id('relief-liaison') }
    await expect(runAs('relief-liaison', namePerson, part)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      runAs('relief-head', namePerson, { ...part, personId: id('elderly-liaison') }),
    ).rejects.toMatchObject({ code: 'task.person_not_in_post' })
    await runAs('relief-head', namePerson, part)
    expect(await auditOf(part.assignmentId)).toEqual(['assignment.person_named'])
    const told = await db.notification.count({ where: { taskId: task.id, personId: id('relief-liaison') } })
    expect(told).toBe(1)
    const page = await getTask(await ctxOf('relief-head'), task.no)
    expect(page.parts[0]?.person).toMatchObject({ id: id('relief-liaison') })
  })
})

test('the page says what can be done now and why the rest cannot, to whom it concerns', async () => {
  const { db } = await testWorld()
  const task = await buildDispatchedTask([{ unit: 'relief', data: working }], { status: 'in_progress' })
  await refreshTask({ ...(await ctxOf('leader')), tx: db as never }, task.id)
  const acts = async (account: string) => {
    const { moments } = await getTask(await ctxOf(account), task.no)
    return moments.map((one) => `${one.act}${one.possible ? '' : ` ${one.reason?.code}`}`)
  }
  expect(await acts('leader')).toEqual([
    'strike_off task.cannot_strike_off',
    'change_due',
    'suspend',
    'terminate',
  ])
  expect(await acts('office-head')).toEqual([
    'return task.cannot_return',
    'strike_off task.cannot_strike_off',
    'name_people',
    'suspend',
  ])
  expect(await acts('relief-head')).toEqual([])
  expect(await acts('inspector')).toEqual([])
})
