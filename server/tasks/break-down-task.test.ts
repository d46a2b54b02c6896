import { beforeAll, describe, expect, it } from 'vitest'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { acknowledgeAssignment } from './acknowledge-assignment'
import { breakDownTask, breakDownTaskSchema } from './break-down-task'
import { countTasks } from './count-tasks'
import { missingToComplete } from './complete-task'
import { getBreakdown } from './get-breakdown'
import { getTask } from './get-task'
import { loadTask } from './load-task'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'

type Task = Awaited<ReturnType<typeof buildDispatchedTask>>
const taken = { status: 'in_progress' as const, acknowledgedAt: NOW }
let task: Task
let childNo = 0
const own = () => task.assignments[0]?.id ?? ''
const breakDown = (account: string, input: object) =>
  runAs(account, breakDownTask, breakDownTaskSchema.parse({ assignmentId: own(), ...input }))

beforeAll(async () => {
  task = await buildDispatchedTask([{ unit: 'relief', data: taken }], { status: 'in_progress' })
})

describe('breaking a task down', () => {
  it('a liaison saves drafts that nobody outside the unit sees, and cannot send them', async () => {
    const { db, org } = await testWorld()
    const rows = {
      'rows.0.title': '摸清底数',
      'rows.0.lead': org.unitIds.north,
      'rows.0.dueOn': '2020-05-20',
    }
    expect(await breakDown('relief-liaison', rows)).toMatchObject({ drafts: 1, sent: 0 })
    await expect(breakDown('relief-liaison', { ...rows, intent: 'dispatch' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const child = await db.task.findFirstOrThrow({ where: { parentAssignmentId: own() } })
    childNo = child.no
    expect(child).toMatchObject({ officeOwned: false, ownerUnitId: org.unitIds.relief, status: 'draft' })
    for (const account of ['officer', 'leader', 'north-head', 'elderly-head'])
      await expect(getTask(await ctxOf(account), childNo)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await getTask(await ctxOf('relief-head'), childNo)).title).toBe('摸清底数')
  })

  it('the head sends all out in one act: due within the own date, to units below, citing the same sentence', async () => {
    const { db, org } = await testWorld()
    const { drafts } = await getBreakdown(await ctxOf('relief-head'), task.no)
    const rows = {
      'rows.0.id': drafts[0]?.id,
      'rows.0.version': drafts[0]?.version,
      'rows.0.title': '摸清底数',
      'rows.0.lead': org.unitIds.north,
      'rows.1.title': '建立台账',
      'rows.1.lead': org.unitIds.south,
      'rows.1.kind': 'ongoing',
      'rows.1.cycle': 'monthly',
    }
    const late = { ...rows, 'rows.0.dueOn': '2020-07-01', intent: 'dispatch' }
    await expect(breakDown('relief-head', late)).rejects.toMatchObject({
      fields: [{ path: 'rows.0.dueOn', code: 'cascade.after_own_date' }],
    })
    const foreign = { ...rows, 'rows.0.lead': org.unitIds.elderly, intent: 'dispatch' }
    await expect(breakDown('relief-head', foreign)).rejects.toMatchObject({ code: 'cascade.unit_not_below' })
    expect(await breakDown('relief-head', { ...rows, intent: 'dispatch' })).toMatchObject({
      sent: 2,
      units: 2,
    })
    const children = await db.task.findMany({
      where: { parentAssignmentId: own() },
      orderBy: { sort: 'asc' },
      include: { assignments: true, provisions: true },
    })
    expect(children).toMatchObject([
      { status: 'dispatched', assignments: [{ unitId: org.unitIds.north, part: 'lead' }] },
      { status: 'dispatched', kind: 'ongoing', dueOn: null },
    ])
    const parent = await db.taskProvision.findMany({ where: { taskId: task.id } })
    expect(children[0]?.provisions.map((one) => one.provisionId)).toEqual(
      parent.map((one) => one.provisionId),
    )
    expect((await auditOf(children[1]?.id ?? '')).slice(-3)).toEqual([
      'task.submitted',
      'task.approved',
      'task.dispatched',
    ])
  })

  it('its lead reads it, the other’s does not; the office reads it but does not count it', async () => {
    const { db } = await testWorld()
    const child = await db.task.findUniqueOrThrow({ where: { no: childNo }, include: { assignments: true } })
    const assignment = child.assignments[0]
    await runAs('north-liaison', acknowledgeAssignment, { assignmentId: assignment?.id ?? '', version: 1 })
    expect((await getTask(await ctxOf('north-head'), childNo)).status).toBe('in_progress')
    await expect(getTask(await ctxOf('south-head'), childNo)).rejects.toMatchObject({ kind: 'not_found' })
    const office = await ctxOf('officer')
    expect((await getTask(office, childNo)).title).toBe('摸清底数')
    const all = parseLedgerFilter({})
    expect(await countTasks(office, all)).toBe(1)
    const missing = await missingToComplete(office, await loadTask(office, task.id))
    expect(missing.find((one) => one.code === 'task.child_tasks_open')?.params).toEqual({ count: 2 })
  })
})
