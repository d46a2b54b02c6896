// What is done to rows that were ticked in the ledger: given to another unit, taken out as a file.
import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { queryOfTasks } from '@/domain/tasks/ledger-filter'
import { askExport } from '@/server/exports/ask-export'
import { exportPlace } from '@/server/exports/export-file'
import { getReassignForm } from '@/server/tasks/get-reassign-form'
import { listRefs } from '@/server/tasks/list-refs'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { reassignTasks, reassignTasksSchema } from '@/server/tasks/reassign-tasks'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

type Built = Awaited<ReturnType<typeof buildDispatchedTask>>
let tasks: [Built, Built, Built]

const refOf = (task: Built) => {
  const lead = task.assignments.find((one) => one.part === 'lead')
  return `${lead?.id}:${lead?.version}`
}
const numbers = () => tasks.map((task) => task.no)

beforeEach(async () => {
  const { db } = await testWorld()
  await db.notification.deleteMany()
  tasks = [
    await buildDispatchedTask([{ unit: 'relief' }, { unit: 'elderly' }], { title: '扩大救助覆盖' }),
    await buildDispatchedTask([{ unit: 'relief' }], { title: '抓实机构防控' }),
    await buildDispatchedTask([{ unit: 'elderly', data: { status: 'accepted', acknowledgedAt: NOW } }], {
      title: '减轻基层负担',
    }),
  ]
  await refreshTasks(
    await ctxOf('officer'),
    tasks.map((task) => task.id),
  )
})

describe('several tasks given to another unit 改派', () => {
  const input = async (unit: string) => ({
    chosen: tasks.map(refOf),
    unitId: (await testWorld()).org.unitIds[unit] ?? '',
    reason: '分工调整',
  })

  test('the head gives away what can be given, the rest is named with its reason; each unit is told once', async () => {
    const { db, org } = await testWorld()
    const result = await runAs('office-head', reassignTasks, await input('centre'))
    expect(result).toEqual({
      done: 2,
      left: [{ no: tasks[2].no, code: 'task.cannot_reassign', params: { status: 'accepted' } }],
    })
    const leads = await db.task.findMany({
      where: { id: { in: tasks.map((task) => task.id) } },
      orderBy: { no: 'asc' },
      select: { leadUnitId: true },
    })
    expect(leads.map((one) => one.leadUnitId)).toEqual([
      org.unitIds.centre,
      org.unitIds.centre,
      org.unitIds.elderly,
    ])
    const told = await db.notification.findMany({ orderBy: { event: 'asc' } })
    expect(told.map(({ event, unitId }) => [event, unitId])).toEqual([
      ['assignment.dispatched', org.unitIds.centre],
      ['assignment.replaced', org.unitIds.relief],
    ])
    expect(told.map((one) => one.params)).toEqual(
      Array(2).fill(expect.objectContaining({ count: 2, title: `T${tasks[0].no} T${tasks[1].no}` })),
    )
    expect(await auditOf(tasks[0].id)).toContain('task.reassigned')
    expect(await auditOf(tasks[2].id)).not.toContain('task.reassigned')
  })

  test('not to a unit that stands on the task already; a version that was passed is named too', async () => {
    const { db } = await testWorld()
    const { id } = tasks[1].assignments[0] ?? { id: '' }
    await db.assignment.update({ where: { id }, data: { version: { increment: 1 } } })
    const { done, left } = await runAs('leader', reassignTasks, await input('elderly'))
    expect(done).toBe(0)
    expect(left.map((one) => one.code).sort()).toEqual([
      'common.stale',
      'task.cannot_reassign',
      'task.unit_already_on_task',
    ])
    expect(await db.notification.count()).toBe(0)
  })

  test('officers and units give nothing away', async () => {
    const wanted = await input('centre')
    for (const account of ['officer', 'relief-head', 'inspector']) {
      const { done, left } = await runAs(account, reassignTasks, wanted)
      expect([account, done, left.length]).toEqual([account, 0, 3])
    }
    await expect(getReassignForm(await ctxOf('officer'), 'view=all')).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('at most a hundred at once, and a reason', () => {
    const ref = refOf(tasks[0])
    const unitId = '0190a0b0-0000-7000-8000-000000000000'
    const parse = (chosen: string[], reason: string) =>
      reassignTasksSchema.safeParse({ chosen, unitId, reason }).success
    expect(parse([ref], '调整')).toBe(true)
    expect(parse([ref], ' ')).toBe(false)
    expect(parse([], '调整')).toBe(false)
    expect(parse(Array(101).fill(ref), '调整')).toBe(false)
  })

  test('its form says before what will not go, and why', async () => {
    const form = await getReassignForm(await ctxOf('office-head'), queryOfTasks(numbers()))
    expect(form.parts.map((part) => [part.no, part.unit.code])).toEqual([
      [tasks[0].no, 'relief'],
      [tasks[1].no, 'relief'],
    ])
    expect(form.left).toEqual([{ no: tasks[2].no, code: 'task.cannot_reassign' }])
  })
})

describe('ticked rows', () => {
  test('are taken out as exactly these; the file and the log say so', async () => {
    const { db } = await testWorld()
    const chosen = [tasks[0].no, tasks[2].no]
    const { id, rows } = await runAs('officer', askExport, {
      kind: 'tasks' as const,
      format: 'csv' as const,
      query: queryOfTasks(chosen),
      language: 'zh-CN' as const,
    })
    expect(rows).toBe(2)
    const text = await readFile(exportPlace(id), 'utf8')
    for (const { no, title } of [tasks[0], tasks[2]]) expect(text).toContain(`T${no},${title}`)
    expect(text).not.toContain(tasks[1].title)
    expect(text).toContain(`所选事项：T${chosen[0]}、T${chosen[1]}`)
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { entityId: id, event: 'record.exported' },
      include: { value: true },
    })
    expect(entry.value?.after).toMatchObject({ count: 2, filter: expect.stringContaining('所选事项') })
  })

  test('what a unit may not read does not come along, whatever numbers it names', async () => {
    const ask = (account: string) =>
      runAs(account, askExport, {
        kind: 'tasks' as const,
        format: 'csv' as const,
        query: queryOfTasks(numbers()),
        language: 'zh-CN' as const,
      })
    expect((await ask('elderly-head')).rows).toBe(2)
    await expect(ask('children-head')).rejects.toMatchObject({ code: 'export.empty' })
  })

  test('say what each reader may do with them', async () => {
    const of = async (account: string) => {
      const query = parseLedgerQuery(queryOfTasks(numbers()))
      const { refs } = await listRefs(await ctxOf(account), { query })
      return refs.map(({ take, notice, urge, reassign }) => ({ take, notice, urge, reassign }))[0]
    }
    expect(await of('office-head')).toEqual({ take: true, notice: true, urge: true, reassign: true })
    expect(await of('officer')).toEqual({ take: true, notice: true, urge: true, reassign: false })
    expect(await of('relief-head')).toEqual({ take: true, notice: true, urge: false, reassign: false })
    expect(await of('inspector')).toEqual({ take: true, notice: true, urge: false, reassign: false })
  })
})
