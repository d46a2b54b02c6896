import { beforeAll, describe, expect, it } from 'vitest'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { rollUp } from '@/domain/tasks/roll-up'
import { acknowledgeAssignment } from './acknowledge-assignment'
import { getTask } from './get-task'
import { getTaskBelow } from './task-below'
import { handDownTask, handDownTaskSchema } from './hand-down-task'
import { readLevels, readRollUps } from './roll-up'

type Task = Awaited<ReturnType<typeof buildDispatchedTask>>

const taken = { status: 'in_progress' as const, acknowledgedAt: NOW }
const running = () => buildDispatchedTask([{ unit: 'relief', data: taken }], { status: 'in_progress' })
const leadOf = (task: Task) => task.assignments[0]?.id ?? ''

async function versionOf(id: string) {
  const { db } = await testWorld()
  return (await db.assignment.findUniqueOrThrow({ where: { id }, select: { version: true } })).version
}

async function handDown(account: string, assignmentId: string, input: object) {
  const version = await versionOf(assignmentId)
  return runAs(account, handDownTask, handDownTaskSchema.parse({ assignmentId, version, ...input }))
}

async function childOf(task: Task, unit: string) {
  const { db, org } = await testWorld()
  return db.assignment.findFirstOrThrow({
    where: { taskId: task.id, unitId: org.unitIds[unit], status: { not: 'replaced' } },
  })
}

async function acknowledge(account: string, assignmentId: string) {
  await runAs(account, acknowledgeAssignment, { assignmentId, version: await versionOf(assignmentId) })
}

describe('handing a task down whole', () => {
  let task: Task
  beforeAll(async () => {
    task = await running()
  })

  it('the head of a bureau gives it to all provinces that the bureau guides, in one act', async () => {
    const { db, org } = await testWorld()
    const result = await handDown('relief-head', leadOf(task), {
      kinds: 'province',
      note: '请于月底前报送',
      dueOn: '2020-05-29',
      [`weight.${org.unitIds.north ?? ''}`]: '3',
    })
    expect(result).toMatchObject({ taskNo: task.no, units: 2 })
    const made = await db.assignment.findMany({
      where: { parentAssignmentId: leadOf(task) },
      orderBy: { weight: 'desc' },
    })
    expect(made).toMatchObject([
      { unitId: org.unitIds.north, part: 'local', weight: 3, status: 'awaiting_acknowledgement' },
      { unitId: org.unitIds.south, part: 'local', weight: 1, note: '请于月底前报送' },
    ])
    expect(made[0]?.dueOn?.toISOString()).toContain('2020-05-29')
    expect(await auditOf(leadOf(task))).toEqual(['task.handed_down'])
    expect(await auditOf(made[0]?.id ?? '')).toEqual(['assignment.dispatched'])
    const told = await db.notification.findMany({
      where: { taskId: task.id, event: 'assignment.dispatched' },
    })
    expect(told.map((one) => one.unitId).sort()).toEqual([org.unitIds.north, org.unitIds.south].sort())
  })

  it('a unit that carries it already is left out of “all”, and refused by name where it is named', async () => {
    const { org } = await testWorld()
    await expect(handDown('relief-head', leadOf(task), { kinds: 'province' })).rejects.toMatchObject({
      fields: [{ path: 'unitIds', code: 'cascade.choose_units' }],
    })
    await expect(handDown('relief-head', leadOf(task), { unitIds: org.unitIds.north })).rejects.toMatchObject(
      { code: 'task.unit_already_on_task' },
    )
  })

  it('only to units below or guided, and only on a date that is not after the own one', async () => {
    const { org } = await testWorld()
    for (const unit of ['north-city', 'elderly', 'finance'])
      await expect(
        handDown('relief-head', leadOf(task), { unitIds: org.unitIds[unit] }),
      ).rejects.toMatchObject({ code: 'cascade.unit_not_below' })
    await expect(
      handDown('relief-head', leadOf(task), { kinds: 'province', dueOn: '2020-07-01' }),
    ).rejects.toMatchObject({ fields: [{ path: 'dueOn', code: 'cascade.after_own_date' }] })
  })

  it('a liaison, another bureau and the office may not', async () => {
    const { org } = await testWorld()
    const input = { unitIds: org.unitIds.south }
    await expect(handDown('relief-liaison', leadOf(task), input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(handDown('office-head', leadOf(task), input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(handDown('elderly-head', leadOf(task), input)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('a province that has not acknowledged does not hand on; once it has, down to the county', async () => {
    const { db } = await testWorld()
    const north = await childOf(task, 'north')
    await expect(handDown('north-head', north.id, { kinds: ['city', 'county'] })).rejects.toMatchObject({
      code: 'cascade.acknowledge_first',
    })
    await acknowledge('north-liaison', north.id)
    const notice = await db.notification.findFirstOrThrow({
      where: { taskId: task.id, event: 'assignment.acknowledged' },
    })
    expect(notice.unitId).toBe((await testWorld()).org.unitIds.relief)
    expect(await handDown('north-head', north.id, { kinds: ['city', 'county'] })).toMatchObject({ units: 2 })
    await acknowledge('north-county-head', (await childOf(task, 'north-county')).id)
  })

  it('each level reads its own branch: no sibling, no other province', async () => {
    const see = async (account: string) => {
      const { parts } = await getTask(await ctxOf(account), task.no)
      return parts.map((part) => part.unit.code)
    }
    expect(await see('north-head')).toEqual(['relief', 'north'])
    expect(await see('north-county-head')).toEqual(['relief', 'north-county'])
    expect(await see('officer')).toEqual(['relief'])
    const southId = (await childOf(task, 'south')).id
    expect((await getTask(await ctxOf('north-head'), task.no, southId)).parts).toHaveLength(2)
    await expect(getTask(await ctxOf('elderly-head'), task.no)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(getTask(await ctxOf('south-city-head'), task.no)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  it('each level sees the roll-up below it, the office all levels, a county none', async () => {
    const office = await getTaskBelow(await ctxOf('officer'), task.no)
    expect(office.nodes).toMatchObject([
      {
        unit: { name: '救助司' },
        direct: { total: 2, acknowledged: 1, reported: 0, completed: 0, lights: { idle: 1 } },
        levels: [
          { kind: 'province', total: 2, acknowledged: 1 },
          { kind: 'city', total: 1, acknowledged: 0 },
          { kind: 'county', total: 1, acknowledged: 1 },
        ],
      },
    ])
    const north = await getTaskBelow(await ctxOf('north-head'), task.no)
    expect(north.nodes).toMatchObject([{ unit: { name: '北省' }, direct: { total: 2, acknowledged: 1 } }])
    expect(north.mine).toMatchObject({ obstacle: null, whole: true })
    expect((await getTaskBelow(await ctxOf('north-liaison'), task.no)).mine).toMatchObject({ whole: false })
    expect(north.given?.from.name).toBe('救助司')
    const county = await getTaskBelow(await ctxOf('north-county-head'), task.no)
    expect(county).toMatchObject({ nodes: [], mine: null, given: { from: { name: '北省' }, note: '' } })
    expect((await getTaskBelow(await ctxOf('south-head'), task.no)).nodes).toEqual([])
  })

  it('the figures in the database are those of the domain, waived and replaced ones left out', async () => {
    const { db, org } = await testWorld()
    const other = await running()
    const statuses = ['accepted', 'in_progress', 'waived', 'refused', 'awaiting_acknowledgement'] as const
    const units = ['north', 'south', 'centre', 'children', 'elderly']
    await db.assignment.createMany({
      data: statuses.map((status, at) => ({
        taskId: other.id,
        unitId: org.unitIds[units[at] ?? ''] ?? '',
        part: 'local' as const,
        parentAssignmentId: leadOf(other),
        status,
        weight: at + 1,
        claimedProgress: 13 * at + 7,
        verifiedProgress: 11 * at,
        lastReportAt: at % 2 ? NOW : null,
        refusalReason: status === 'refused' ? '不归我办' : null,
        acknowledgeDueOn: NOW,
        refuseDueOn: NOW,
        dispatchedAt: NOW,
      })),
    })
    const rows = await db.assignment.findMany({ where: { parentAssignmentId: leadOf(other) } })
    const expected = rollUp(
      rows.map((row) => ({
        status: row.status,
        weight: row.weight,
        claimed: row.claimedProgress,
        verified: row.verifiedProgress,
        reported: row.lastReportAt !== null,
      })),
    )
    const ctx = await ctxOf('officer')
    expect((await readRollUps(ctx, [leadOf(other)])).get(leadOf(other))).toMatchObject(expected)
    const levels = await readLevels(ctx, leadOf(other))
    expect(levels.reduce((sum, level) => sum + level.total, 0)).toBe(expected.total)
  })
})
