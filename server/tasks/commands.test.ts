import { beforeEach, describe, expect, test } from 'vitest'
import { fromLocalDate } from '@/server/dates'
import { acknowledgeAssignment, acknowledgeAssignments } from '@/server/tasks/acknowledge-assignment'
import { completeTask } from '@/server/tasks/complete-task'
import { concludeTask, concludeTaskIfReady, returnTaskToProgress } from '@/server/tasks/conclude-task'
import { reassignTask } from '@/server/tasks/reassign-task'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import { ruleOnRefusal } from '@/server/tasks/rule-on-refusal'
import { strikeOffTask } from '@/server/tasks/strike-off-task'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { auditOf, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

type Built = Awaited<ReturnType<typeof buildDispatchedTask>>

async function partOf(task: Built, unit: string) {
  const { db, org } = await testWorld()
  const found = await db.assignment.findFirstOrThrow({
    where: { taskId: task.id, unitId: org.unitIds[unit], status: { not: 'replaced' } },
  })
  return { assignmentId: found.id, version: found.version }
}

async function statusOf(task: Built) {
  const { db } = await testWorld()
  const row = await db.task.findUniqueOrThrow({
    where: { id: task.id },
    include: { assignments: { orderBy: { dispatchedAt: 'asc' } } },
  })
  return { ...row, version: row.version, parts: row.assignments }
}

/** Brings the task to where its units have reported: rows only, the commands under test come after. */
async function reported(
  task: Built,
  { status = 'accepted' as 'accepted' | 'reported_done', evidence = true } = {},
) {
  const { db, org } = await testWorld()
  const writer = org.personIds['relief-liaison'] ?? ''
  for (const part of task.assignments) {
    await db.assignment.update({ where: { id: part.id }, data: { status, acknowledgedAt: NOW } })
    await db.report.create({
      data: {
        assignmentId: part.id,
        seq: 1,
        kind: 'completion',
        status: status === 'accepted' ? 'accepted' : 'submitted',
        claimedProgress: 100,
        done: '各地均已完成，名单附后。',
        writtenById: writer,
        submittedAt: NOW,
        evidence: evidence
          ? {
              create: {
                evidence: {
                  create: {
                    kind: 'reference',
                    reference: '民函〔2020〕1号',
                    name: '函',
                    unitId: part.unitId,
                    uploadedById: writer,
                  },
                },
              },
            }
          : undefined,
      },
    })
  }
  await db.task.update({ where: { id: task.id }, data: { status: 'in_progress' } })
}

let task: Built
beforeEach(async () => {
  task = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }])
})

describe('acknowledging 签收', () => {
  test('a liaison of the lead acknowledges: the task is in progress and the office is told', async () => {
    const { db, org } = await testWorld()
    const part = await partOf(task, 'relief')
    await runAs('relief-liaison', acknowledgeAssignment, part)
    const after = await statusOf(task)
    expect(after.status).toBe('in_progress')
    expect(after.moveParty).toBe('lead')
    const lead = after.parts.find((one) => one.id === part.assignmentId)
    expect(lead).toMatchObject({
      status: 'acknowledged',
      version: part.version + 1,
      acknowledgedById: org.personIds['relief-liaison'],
    })
    expect(await auditOf(part.assignmentId)).toEqual(['assignment.acknowledged'])
    expect(await auditOf(task.id)).toEqual(['task.acknowledged'])
    const told = await db.notification.findMany({ where: { taskId: task.id } })
    expect(told).toMatchObject([{ unitId: org.unitIds.office, event: 'assignment.acknowledged' }])
  })

  test('a supporter acknowledges: the task waits for its lead', async () => {
    await runAs('elderly-head', acknowledgeAssignment, await partOf(task, 'elderly'))
    expect((await statusOf(task)).status).toBe('dispatched')
  })

  test('a person of another unit learns nothing, one of the task but not of the unit may not', async () => {
    const part = await partOf(task, 'relief')
    await expect(runAs('children-head', acknowledgeAssignment, part)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(runAs('elderly-head', acknowledgeAssignment, part)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(runAs('officer', acknowledgeAssignment, part)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await auditOf(part.assignmentId)).toEqual([])
  })

  test('twice is refused, a stale version is a conflict that names who was first, the same request acts once', async () => {
    const part = await partOf(task, 'relief')
    await runAs('relief-liaison', acknowledgeAssignment, part, { key: 'k1' })
    await runAs('relief-liaison', acknowledgeAssignment, part, { key: 'k1' })
    expect(await auditOf(part.assignmentId)).toHaveLength(1)
    await expect(runAs('relief-head', acknowledgeAssignment, part)).rejects.toMatchObject({
      kind: 'conflict',
      params: { by: '某relief-liaison' },
    })
    const again = await partOf(task, 'relief')
    await expect(runAs('relief-head', acknowledgeAssignment, again)).rejects.toMatchObject({
      kind: 'refused',
      code: 'task.cannot_acknowledge',
    })
  })

  test('several at once: what can be is done, what cannot is named', async () => {
    const other = await buildDispatchedTask([{ unit: 'relief' }])
    const [a, b, theirs] = [
      await partOf(task, 'relief'),
      await partOf(other, 'relief'),
      await partOf(task, 'elderly'),
    ]
    const chosen = [a, b, theirs].map((one) => `${one.assignmentId}:${one.version}`)
    const result = await runAs('relief-head', acknowledgeAssignments, { chosen })
    expect(result).toMatchObject({ done: 2, left: [{ code: 'common.forbidden' }] })
    expect((await statusOf(other)).status).toBe('in_progress')
  })
})

test('two units that acknowledge the same tasks at the same moment both get through', async () => {
  const id = (mark: string) => `0190a0b0-0000-7000-8000-${mark.padStart(12, '0')}`
  const tasks: Awaited<ReturnType<typeof buildDispatchedTask>>[] = []
  for (const [at, other] of [
    ['1', '8'],
    ['2', '7'],
    ['3', '6'],
    ['4', '5'],
  ]) {
    const parts = [
      { unit: 'relief', data: { id: id(`a${at}`) } },
      { unit: 'elderly', data: { id: id(`b${other}`) } },
    ]
    tasks.push(await buildDispatchedTask(parts))
  }
  const { org } = await testWorld()
  const batch = (unit: string) => {
    const chosen = tasks.map((one) => one.assignments.find((part) => part.unitId === org.unitIds[unit]))
    return runAs(`${unit}-head`, acknowledgeAssignments, { chosen: chosen.map((part) => `${part?.id}:1`) })
  }
  expect(await Promise.all([batch('relief'), batch('elderly')])).toEqual([
    { done: 4, left: [] },
    { done: 4, left: [] },
  ])
})

describe('refusing 退签 and the ruling on it', () => {
  const reason = '不属于我司职能'

  test('a unit head refuses with a reason; the office is told and has to rule', async () => {
    const { db, org } = await testWorld()
    const part = await partOf(task, 'relief')
    await runAs('relief-head', refuseAssignment, { ...part, reason })
    const after = await statusOf(task)
    expect(after).toMatchObject({ status: 'dispatched', moveParty: 'office' })
    expect(after.parts.find((one) => one.id === part.assignmentId)).toMatchObject({
      status: 'refused',
      refusalReason: reason,
    })
    expect(await auditOf(part.assignmentId)).toEqual(['assignment.refused'])
    expect(await db.notification.count({ where: { taskId: task.id, unitId: org.unitIds.office } })).toBe(1)
  })

  test('after two working days it is refused by rule, with the day it ended', async () => {
    const part = await partOf(task, 'relief')
    const late = new Date('2020-04-15T01:00:00Z')
    await expect(
      runAs('relief-head', refuseAssignment, { ...part, reason }, { now: late }),
    ).rejects.toMatchObject({
      code: 'task.refuse_too_late',
      params: { dueOn: '2020-04-14' },
    })
  })

  test('once acknowledged it cannot be refused; nobody else can refuse for the unit', async () => {
    await runAs('relief-liaison', acknowledgeAssignment, await partOf(task, 'relief'))
    const part = await partOf(task, 'relief')
    await expect(runAs('relief-head', refuseAssignment, { ...part, reason })).rejects.toMatchObject({
      code: 'task.cannot_refuse',
    })
    const theirs = await partOf(task, 'elderly')
    await expect(runAs('relief-head', refuseAssignment, { ...theirs, reason })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('an officer rules that it stands: acknowledged, and the task starts', async () => {
    await runAs('relief-head', refuseAssignment, { ...(await partOf(task, 'relief')), reason })
    const part = await partOf(task, 'relief')
    await runAs('officer', ruleOnRefusal, { ...part, ruling: 'stands', reason: '三定方案载明' })
    const after = await statusOf(task)
    expect(after.status).toBe('in_progress')
    expect(await auditOf(part.assignmentId)).toEqual(['assignment.refused', 'assignment.ruled_to_stand'])
  })

  test('an officer rules that another unit takes it: the old one stays in the history, the new one acknowledges', async () => {
    const { org, db } = await testWorld()
    await runAs('relief-head', refuseAssignment, { ...(await partOf(task, 'relief')), reason })
    const old = await partOf(task, 'relief')
    const unitId = org.unitIds.children ?? ''
    await runAs('officer', ruleOnRefusal, { ...old, ruling: 'reassign', unitId, reason: '改由儿童司牵头' })
    const after = await statusOf(task)
    const replaced = after.parts.find((one) => one.id === old.assignmentId)
    const taken = after.parts.find((one) => one.unitId === unitId)
    expect(replaced).toMatchObject({ status: 'replaced', refusalReason: reason, replacedById: taken?.id })
    expect(taken).toMatchObject({ status: 'awaiting_acknowledgement', part: 'lead', dueOn: replaced?.dueOn })
    expect(after.leadUnitId).toBe(unitId)
    expect(await db.directiveDistribution.count({ where: { unitId } })).toBe(1)
    await expect(runAs('relief-head', acknowledgeAssignment, old)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await runAs('children-liaison', acknowledgeAssignment, await partOf(task, 'children'))
    expect((await statusOf(task)).status).toBe('in_progress')
  })

  test('a ruling without a refusal is refused; a unit cannot rule on its own', async () => {
    const part = await partOf(task, 'relief')
    await expect(
      runAs('officer', ruleOnRefusal, { ...part, ruling: 'stands', reason }),
    ).rejects.toMatchObject({
      code: 'task.cannot_rule',
    })
    await expect(
      runAs('relief-head', ruleOnRefusal, { ...part, ruling: 'stands', reason }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('reassigning 改派 and waiving 免办', () => {
  test('an office head gives the lead to another unit; an officer may not', async () => {
    const { org } = await testWorld()
    const part = await partOf(task, 'relief')
    const input = { ...part, unitId: org.unitIds.centre ?? '', reason: '分工调整' }
    await expect(runAs('officer', reassignTask, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('office-head', reassignTask, input)
    expect((await statusOf(task)).leadUnitId).toBe(org.unitIds.centre)
    expect(await auditOf(part.assignmentId)).toEqual(['assignment.replaced'])
    expect(await auditOf(task.id)).toEqual(['task.reassigned'])
  })

  test('not to a unit that is on the task already, nor the lead to one without accounts, nor once accepted', async () => {
    const { org, db } = await testWorld()
    const part = await partOf(task, 'relief')
    const give = (unit: string) =>
      runAs('leader', reassignTask, { ...part, unitId: org.unitIds[unit] ?? '', reason: '调整' })
    await expect(give('elderly')).rejects.toMatchObject({ code: 'task.unit_already_on_task' })
    await expect(give('finance')).rejects.toMatchObject({ code: 'task.lead_external' })
    await db.assignment.update({
      where: { id: part.assignmentId },
      data: { status: 'accepted', acknowledgedAt: NOW },
    })
    await expect(give('children')).rejects.toMatchObject({ code: 'task.cannot_reassign' })
  })

  test('an officer waives a supporter with a reason; the lead only once it has acknowledged', async () => {
    const supporter = await partOf(task, 'elderly')
    const lead = await partOf(task, 'relief')
    await expect(runAs('officer', waiveAssignment, { ...lead, reason: '无需' })).rejects.toMatchObject({
      code: 'task.lead_not_acknowledged',
    })
    await expect(
      runAs('elderly-head', waiveAssignment, { ...supporter, reason: '无需' }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await runAs('officer', waiveAssignment, { ...supporter, reason: '协办内容已并入 T3' })
    expect(await auditOf(supporter.assignmentId)).toEqual(['assignment.waived'])
    const again = await runAs('officer', waiveAssignment, {
      ...supporter,
      version: supporter.version + 1,
      reason: '再次',
    }).catch((error: unknown) => error)
    expect(again).toMatchObject({ code: 'task.cannot_waive' })
  })
})

describe('concluding and completing 办结', () => {
  test('the lead’s completion report is the conclusion once all have reported; a return takes the task back', async () => {
    await reported(task, { status: 'reported_done' })
    const conclude = async (ctx: Parameters<typeof concludeTaskIfReady>[0]) =>
      concludeTaskIfReady(ctx, task.id, null)
    expect(await runAs('officer', conclude, {})).toBe(true)
    expect(await statusOf(task)).toMatchObject({
      status: 'under_review',
      conclusion: '各地均已完成，名单附后。',
    })
    const back = async (ctx: Parameters<typeof returnTaskToProgress>[0]) =>
      returnTaskToProgress(ctx, task.id, null)
    expect(await runAs('officer', back, {})).toBe(true)
    expect(await statusOf(task)).toMatchObject({ status: 'in_progress', conclusion: null })
    expect(await auditOf(task.id)).toEqual(['task.concluded', 'task.returned'])
  })

  test('it does not go under review without evidence, nor while a unit has not reported', async () => {
    await reported(task, { evidence: false })
    const version = (await statusOf(task)).version
    const input = { taskId: task.id, version, conclusion: '已完成' }
    await expect(runAs('officer', concludeTask, input)).rejects.toMatchObject({
      code: 'task.evidence_missing',
    })
    await expect(runAs('relief-head', concludeTask, input)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('an office head completes once every unit is accepted; then strikes it off', async () => {
    const { db, org } = await testWorld()
    await reported(task)
    await runAs('officer', concludeTask, {
      taskId: task.id,
      version: (await statusOf(task)).version,
      conclusion: '已全部完成',
    })
    const version = (await statusOf(task)).version
    await expect(runAs('officer', completeTask, { taskId: task.id, version })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await runAs('office-head', completeTask, { taskId: task.id, version })
    const after = await statusOf(task)
    expect(after).toMatchObject({
      status: 'completed',
      completedOn: fromLocalDate('2020-04-10'),
      completedLate: false,
      light: 'done',
    })
    expect(
      await db.notification.count({
        where: { event: 'task.completed', unitId: org.unitIds.elderly, taskId: task.id },
      }),
    ).toBe(1)
    await runAs('office-head', strikeOffTask, { taskId: task.id, version: after.version })
    expect((await statusOf(task)).status).toBe('struck_off')
    expect(await auditOf(task.id)).toEqual(['task.concluded', 'task.completed', 'task.struck_off'])
  })

  test('completing is refused with what is missing, and late completion is marked', async () => {
    const input = async () => ({ taskId: task.id, version: (await statusOf(task)).version })
    await expect(runAs('office-head', completeTask, await input())).rejects.toMatchObject({
      code: 'task.units_not_accepted',
      params: { count: 2, total: 2 },
    })
    await expect(runAs('office-head', strikeOffTask, await input())).rejects.toMatchObject({
      code: 'task.cannot_strike_off',
    })
    await reported(task)
    await runAs('officer', concludeTask, { ...(await input()), conclusion: '完成' })
    await runAs('leader', completeTask, await input(), { now: new Date('2020-07-02T02:00:00Z') })
    expect(await statusOf(task)).toMatchObject({ completedLate: true })
  })
})
