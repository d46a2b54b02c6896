import { beforeEach, describe, expect, test } from 'vitest'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import { decideExtension } from '@/server/extensions/decide-extension'
import { discardExtensionDraft } from '@/server/extensions/discard-extension-draft'
import { endorseExtension } from '@/server/extensions/endorse-extension'
import { fileExtension } from '@/server/extensions/file-extension'
import { grantExtension } from '@/server/extensions/grant-extension'
import { refuseExtension } from '@/server/extensions/refuse-extension'
import { sendExtensionBack } from '@/server/extensions/send-extension-back'
import { signExtension } from '@/server/extensions/sign-extension'
import { withdrawExtension } from '@/server/extensions/withdraw-extension'
import { auditOf, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

type Built = Awaited<ReturnType<typeof buildDispatchedTask>>
const AT_WORK = { status: 'in_progress' as const, acknowledgedAt: NOW }
const note = '同意。'

const form = (task: Built, more: Partial<Parameters<typeof fileExtension>[1]> = {}) => ({
  assignmentId: task.assignments[0]?.id ?? '',
  version: null,
  requestedDueOn: '2020-07-15',
  keepRestDay: '',
  reasonKind: 'scope_grew' as const,
  reason: '新增两个省。',
  change: '每周调度一次，增派两人。',
  how: 'send' as const,
  ...more,
})

async function openOf(task: Built) {
  const { db } = await testWorld()
  const one = await db.extension.findFirstOrThrow({
    where: { assignment: { taskId: task.id } },
    orderBy: { seq: 'desc' },
  })
  return { ...one, extensionId: one.id }
}
const idOf = async (task: Built) => {
  const { extensionId, version } = await openOf(task)
  return { extensionId, version }
}
async function rowsOf(task: Built) {
  const { db } = await testWorld()
  const row = await db.task.findUniqueOrThrow({
    where: { id: task.id },
    include: { assignments: { orderBy: { part: 'asc' } } },
  })
  return {
    task: row,
    lead: row.assignments[0],
    dues: row.assignments.map((one) => toLocalDateOrNull(one.dueOn)),
  }
}

/** Brings a request to where it waits for the leader. */
async function endorsed(task: Built) {
  await runAs('relief-liaison', fileExtension, form(task))
  await runAs('relief-head', signExtension, await idOf(task))
  await runAs('office-head', endorseExtension, { ...(await idOf(task)), note })
}

let task: Built
beforeEach(async () => {
  task = await buildDispatchedTask(
    [
      { unit: 'relief', data: AT_WORK },
      { unit: 'elderly', data: AT_WORK },
    ],
    { status: 'in_progress' },
  )
})

describe('from the liaison to the leader', () => {
  test('the liaison drafts, the head signs, the office head endorses, the leader grants: the date moves, the first one stays', async () => {
    const { db, org } = await testWorld()
    await endorsed(task)
    const granted = await runAs('leader', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' })
    expect(granted.dueOn).toBe('2020-07-15')
    const after = await rowsOf(task)
    expect(after.dues).toEqual(['2020-07-15', '2020-06-30'])
    expect(after.task).toMatchObject({
      extensionCount: 1,
      dueOn: fromLocalDate('2020-07-15'),
      originalDueOn: fromLocalDate('2020-06-30'),
    })
    expect(after.lead?.originalDueOn).toEqual(fromLocalDate('2020-06-30'))
    const extension = await openOf(task)
    expect(extension).toMatchObject({
      status: 'granted',
      late: false,
      writtenById: org.personIds['relief-liaison'],
      signedById: org.personIds['relief-head'],
      endorsedById: org.personIds['office-head'],
      decidedById: org.personIds.leader,
      decisionNote: note,
      grantedDueOn: fromLocalDate('2020-07-15'),
      previousDueOn: fromLocalDate('2020-06-30'),
    })
    expect(await auditOf(extension.id)).toEqual([
      'extension.drafted',
      'extension.sent_for_signoff',
      'extension.requested',
      'extension.endorsed',
      'extension.granted',
    ])
    expect(await auditOf(task.id)).toEqual(['task.due_date_changed'])
    const told = await db.notification.findMany({ where: { taskId: task.id }, orderBy: { id: 'asc' } })
    expect(told.map((one) => [one.event, one.unitId ?? one.personId])).toEqual([
      ['extension.sent_for_signoff', org.unitIds.relief],
      ['extension.requested', org.unitIds.office],
      ['extension.endorsed', org.personIds.leader],
      ['extension.granted', org.unitIds.relief],
    ])
  })

  test('a head who writes it sends it straight on, and a supporter’s moves its own part alone', async () => {
    const elderly = { ...form(task), assignmentId: task.assignments[1]?.id ?? '' }
    const { db } = await testWorld()
    await db.assignment.update({
      where: { id: elderly.assignmentId },
      data: { dueOn: fromLocalDate('2020-05-29') },
    })
    await expect(
      runAs('elderly-head', fileExtension, { ...elderly, requestedDueOn: '2020-07-01' }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ path: 'requestedDueOn', code: 'extension.after_parent' }],
    })
    const sent = await runAs('elderly-head', fileExtension, { ...elderly, requestedDueOn: '2020-06-12' })
    expect(sent.how).toBe('submitted')
    await runAs('office-head', endorseExtension, { ...(await idOf(task)), note })
    await runAs('leader', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' })
    const after = await rowsOf(task)
    expect(after.dues).toEqual(['2020-06-30', '2020-06-12'])
    expect(after.task.extensionCount).toBe(0)
  })

  test('after the date it is marked late; the task stays overdue until it is granted, and was overdue for ever', async () => {
    const later = { now: new Date('2020-07-03T02:00:00Z') }
    await runAs('relief-head', fileExtension, form(task), later)
    expect((await openOf(task)).late).toBe(true)
    const { db } = await testWorld()
    await db.task.update({ where: { id: task.id }, data: { everOverdue: true, light: 'off' } })
    await runAs('office-head', endorseExtension, { ...(await idOf(task)), note }, later)
    expect((await rowsOf(task)).task.light).toBe('off')
    await runAs('leader', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' }, later)
    const { task: row } = await rowsOf(task)
    expect(row.light).not.toBe('off')
    expect(row.everOverdue).toBe(true)
    expect(row.lightNextChangeOn).not.toBeNull()
  })

  test('the leader grants another date; one that may not be is said at its field', async () => {
    await endorsed(task)
    const asked = { ...(await idOf(task)), note }
    for (const [grantedDueOn, code] of [
      ['2020-06-30', 'extension.not_later'],
      ['32', 'date.unreadable'],
    ] as const) {
      await expect(runAs('leader', grantExtension, { ...asked, grantedDueOn })).rejects.toMatchObject({
        fields: [{ path: 'grantedDueOn', code }],
      })
    }
    await runAs('leader', grantExtension, { ...asked, grantedDueOn: '7-8' })
    expect((await rowsOf(task)).dues[0]).toBe('2020-07-08')
  })

  test('the same request sent twice acts once, a second one under way is refused, a stale one is a conflict', async () => {
    await runAs('relief-liaison', fileExtension, form(task), { key: 'once' })
    await runAs('relief-liaison', fileExtension, form(task), { key: 'once' })
    const { db } = await testWorld()
    expect(await db.extension.count({ where: { assignment: { taskId: task.id } } })).toBe(1)
    await expect(runAs('relief-liaison', fileExtension, form(task))).rejects.toMatchObject({
      kind: 'refused',
      code: 'extension.one_open',
    })
    const { extensionId, version } = await idOf(task)
    await expect(
      runAs('relief-head', signExtension, { extensionId, version: version - 1 }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('what is refused', () => {
  test('a day off unless it is meant, what is missing, a date that is not later', async () => {
    const fields = async (more: Partial<Parameters<typeof fileExtension>[1]>) => {
      const failure: unknown = await runAs('relief-liaison', fileExtension, form(task, more)).catch(
        (e: unknown) => e,
      )
      return (failure as { fields?: { code: string }[] }).fields?.map((one) => one.code)
    }
    expect(await fields({ requestedDueOn: '2020-07-04' })).toEqual(['extension.rest_day'])
    expect(await fields({ requestedDueOn: '2020-06-30' })).toEqual(['extension.not_later'])
    expect(await fields({ requestedDueOn: '', reasonKind: null, reason: '', change: '' })).toEqual([
      'extension.date_missing',
      'extension.reason_kind_missing',
      'extension.reason_missing',
      'extension.change_missing',
    ])
    await runAs(
      'relief-liaison',
      fileExtension,
      form(task, { requestedDueOn: '2020-07-04', keepRestDay: 'on' }),
    )
    expect((await openOf(task)).requestedDueOn).toEqual(fromLocalDate('2020-07-04'))
  })

  test.each(['suspended', 'completed', 'terminated'] as const)(
    'on a task that is %s, at every step',
    async (status) => {
      const { db } = await testWorld()
      await endorsed(task)
      await db.task.update({
        where: { id: task.id },
        data: {
          status,
          statusBeforeSuspension: status === 'suspended' ? 'in_progress' : null,
          completedOn: status === 'completed' ? fromLocalDate('2020-06-01') : null,
        },
      })
      await expect(
        runAs('leader', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' }),
      ).rejects.toMatchObject({ kind: 'refused', code: 'extension.task_not_running' })
      await runAs('leader', refuseExtension, { ...(await idOf(task)), note: '已挂起。' })
      await expect(runAs('relief-liaison', fileExtension, form(task))).rejects.toMatchObject({
        code: 'extension.task_not_running',
      })
    },
  )

  test('nobody approves their own, at either step', async () => {
    const { db, org } = await testWorld()
    const grant = await db.roleGrant.create({
      data: {
        personId: org.personIds['relief-head'] ?? '',
        unitId: org.unitIds.office ?? '',
        role: 'office_head',
        validFromOn: fromLocalDate('2018-01-01'),
      },
    })
    await runAs('relief-head', fileExtension, form(task))
    await expect(
      runAs('relief-head', endorseExtension, { ...(await idOf(task)), note }),
    ).rejects.toMatchObject({
      code: 'extension.own',
    })
    await expect(
      runAs('relief-head', refuseExtension, { ...(await idOf(task)), note }),
    ).rejects.toMatchObject({
      code: 'extension.own',
    })
    await db.roleGrant.delete({ where: { id: grant.id } })
  })

  test('to whom: the office head does not grant, a leader does not endorse, a liaison does not sign', async () => {
    await runAs('relief-liaison', fileExtension, form(task))
    await expect(runAs('relief-liaison', signExtension, await idOf(task))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await runAs('relief-head', signExtension, await idOf(task))
    const asked = { ...(await idOf(task)), note, grantedDueOn: '' }
    await expect(runAs('leader', endorseExtension, asked)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(runAs('leader', grantExtension, asked)).rejects.toMatchObject({ code: 'extension.not_now' })
    await runAs('office-head', endorseExtension, asked)
    await expect(
      runAs('office-head', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('unsigned it does not exist outside its unit, signed not for strangers', async () => {
    await runAs('relief-liaison', fileExtension, form(task))
    for (const account of ['leader', 'office-head', 'elderly-head', 'children-head']) {
      await expect(runAs(account, refuseExtension, { ...(await idOf(task)), note })).rejects.toMatchObject({
        kind: 'not_found',
      })
    }
    await runAs('relief-head', signExtension, await idOf(task))
    await expect(
      runAs('children-head', refuseExtension, { ...(await idOf(task)), note }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    await expect(runAs('children-liaison', fileExtension, form(task))).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

describe('back and out', () => {
  test('the head sends it back with a reason, the liaison mends it and sends it again', async () => {
    await runAs('relief-liaison', fileExtension, form(task))
    await runAs('relief-head', sendExtensionBack, { ...(await idOf(task)), note: '写明增派的人。' })
    const back = await openOf(task)
    expect(back).toMatchObject({ status: 'draft', sentBackReason: '写明增派的人。' })
    await expect(runAs('relief-head', signExtension, await idOf(task))).rejects.toMatchObject({
      code: 'extension.awaits_signoff_first',
    })
    await runAs('relief-liaison', fileExtension, form(task, { version: back.version, how: 'save' }))
    expect((await openOf(task)).status).toBe('draft')
    await runAs('relief-liaison', fileExtension, form(task, { version: back.version + 1 }))
    expect(await openOf(task)).toMatchObject({ status: 'awaiting_signoff', sentBackReason: null })
  })

  test('the head refuses inside the unit, the office head at the first step: the date stays and another may be asked for', async () => {
    await runAs('relief-liaison', fileExtension, form(task))
    await runAs('relief-head', decideExtension, {
      ...(await idOf(task)),
      decision: 'refuse',
      note: '按期办。',
      grantedDueOn: '',
    })
    expect((await openOf(task)).status).toBe('refused')
    await runAs('relief-head', fileExtension, form(task))
    await runAs('office-head', decideExtension, {
      ...(await idOf(task)),
      decision: 'refuse',
      note: '理由不足。',
      grantedDueOn: '',
    })
    const second = await openOf(task)
    expect(second).toMatchObject({ status: 'refused', seq: 2, decisionNote: '理由不足。' })
    expect((await rowsOf(task)).dues[0]).toBe('2020-06-30')
    await expect(
      runAs('office-head', endorseExtension, { ...(await idOf(task)), note }),
    ).rejects.toMatchObject({ code: 'extension.not_now' })
  })

  test('the head withdraws it until it is decided; a draft is thrown away', async () => {
    await endorsed(task)
    await runAs('relief-head', withdrawExtension, await idOf(task))
    expect((await openOf(task)).status).toBe('withdrawn')
    await expect(
      runAs('leader', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' }),
    ).rejects.toMatchObject({ code: 'extension.not_now' })
    await runAs('relief-liaison', fileExtension, form(task, { how: 'save' }))
    const draft = await idOf(task)
    await runAs('relief-liaison', discardExtensionDraft, draft)
    expect((await openOf(task)).seq).toBe(1)
    expect(await auditOf(draft.extensionId)).toEqual(['extension.drafted', 'extension.discarded'])
  })

  test('what left the unit is never edited, not even by hand', async () => {
    const { db } = await testWorld()
    await runAs('relief-head', fileExtension, form(task))
    const { id } = await openOf(task)
    await expect(db.extension.update({ where: { id }, data: { reason: '另写' } })).rejects.toThrow()
    await expect(db.extension.delete({ where: { id } })).rejects.toThrow()
  })
})

test('on what was handed down the head of the unit above decides, in one step, not beyond its own date', async () => {
  const { db, org } = await testWorld()
  const above = task.assignments[0]
  const child = await db.assignment.create({
    data: {
      taskId: task.id,
      unitId: org.unitIds.north ?? '',
      part: 'local',
      parentAssignmentId: above?.id,
      status: 'in_progress',
      acknowledgedAt: NOW,
      dueOn: fromLocalDate('2020-05-29'),
      originalDueOn: fromLocalDate('2020-05-29'),
      acknowledgeDueOn: fromLocalDate('2020-04-13'),
      refuseDueOn: fromLocalDate('2020-04-14'),
      dispatchedAt: NOW,
    },
  })
  const asked = { ...form(task), assignmentId: child.id }
  await expect(runAs('north-head', fileExtension, asked)).rejects.toMatchObject({
    fields: [{ code: 'extension.after_parent', params: { latest: '2020-06-30' } }],
  })
  await runAs('north-head', fileExtension, { ...asked, requestedDueOn: '2020-06-19' })
  expect((await openOf(task)).status).toBe('awaiting_leader')
  await expect(
    runAs('south-head', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' }),
  ).rejects.toMatchObject({ kind: 'not_found' })
  await runAs('relief-head', grantExtension, { ...(await idOf(task)), note, grantedDueOn: '' })
  const row = await db.assignment.findUniqueOrThrow({ where: { id: child.id } })
  expect(toLocalDateOrNull(row.dueOn)).toBe('2020-06-19')
  expect((await rowsOf(task)).task.extensionCount).toBe(0)
})
