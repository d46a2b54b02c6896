import { beforeAll, describe, expect, test } from 'vitest'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { Prisma } from '@/prisma/generated/client'
import { fromLocalDate } from '@/server/dates'
import { turnLights } from '@/server/jobs/refresh-lights'
import { changeDueDate } from '@/server/tasks/change-due-date'
import { countLightsOn, lightSeries, lightsOn } from '@/server/tasks/light-history'
import { reassignTask } from '@/server/tasks/reassign-task'
import { refreshTask } from '@/server/tasks/refresh-task'
import { suspendTask } from '@/server/tasks/suspend-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

/** Half past nine in Beijing. */
const at = (day: LocalDate) => new Date(`${day}T01:30:00Z`)
const version = async (id: string) => {
  const { db } = await testWorld()
  return (await db.task.findUniqueOrThrow({ where: { id }, select: { version: true } })).version
}
/** The task's lead is given to the care of the elderly. */
async function giveToElderly(taskId: string, day: LocalDate) {
  const { db, org } = await testWorld()
  const lead = await db.assignment.findFirstOrThrow({
    where: { taskId, part: 'lead', status: { not: 'replaced' } },
    select: { id: true, version: true },
  })
  const input = {
    assignmentId: lead.id,
    version: lead.version,
    unitId: org.unitIds.elderly ?? '',
    reason: '职责调整',
  }
  await runAs('office-head', reassignTask, input, { now: at(day) })
}
const history = async (taskId: string) => {
  const { db } = await testWorld()
  return db.taskStanding.findMany({ where: { taskId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
}

async function running(dueOn: LocalDate, more: Omit<Partial<Prisma.TaskUncheckedCreateInput>, 'dueOn'> = {}) {
  const task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    { status: 'in_progress', dueOn: fromLocalDate(dueOn), ...more },
  )
  await refreshTask(await ctxOf('officer'), task.id)
  return task
}

describe('how a task stood on a day', () => {
  let taskId: string
  let no: number
  beforeAll(async () => {
    const { db } = await testWorld()
    const task = await running('2020-04-20')
    taskId = task.id
    no = task.no
    // Nobody turned lights for ten days; the first night after them makes up for it.
    await turnLights({ db, now: at('2020-04-24') })
  })

  test('every change of its light stands there with the day on which it turned, also after the clock stood still', async () => {
    const rows = await history(taskId)
    expect(rows.map((row) => [row.light, row.wasLight, row.at.toISOString()])).toEqual([
      ['ok', null, NOW.toISOString()],
      ['risk', 'ok', '2020-04-12T16:00:00.000Z'],
      ['off', 'risk', '2020-04-20T16:00:00.000Z'],
    ])
    const ctx = await ctxOf('officer', at('2020-04-24'))
    const on = async (day: LocalDate) => (await lightsOn(ctx, day, [taskId])).get(taskId)?.light
    expect([await on('2020-04-09'), await on('2020-04-10'), await on('2020-04-12')]).toEqual([
      undefined,
      'ok',
      'ok',
    ])
    expect([await on('2020-04-13'), await on('2020-04-20'), await on('2020-04-21')]).toEqual([
      'risk',
      'risk',
      'off',
    ])
  })

  test('a refresh that finds nothing changed writes nothing', async () => {
    const before = await history(taskId)
    await refreshTask(await ctxOf('officer', at('2020-04-24')), taskId)
    await turnLights({ db: (await testWorld()).db, now: at('2020-04-24') })
    expect(await history(taskId)).toHaveLength(before.length)
  })

  test('the history keeps dates, lead and rest as well: a leader moves the date, the task is given to another and suspended', async () => {
    const { org } = await testWorld()
    await runAs(
      'leader',
      changeDueDate,
      { taskId, version: await version(taskId), dueOn: '2020-05-29', reason: '受汛情影响，改期' },
      { now: at('2020-04-26') },
    )
    await giveToElderly(taskId, '2020-04-27')
    await runAs(
      'office-head',
      suspendTask,
      { taskId, version: await version(taskId), reason: '等上级意见' },
      { now: at('2020-04-28') },
    )
    const ctx = await ctxOf('officer', at('2020-05-06'))
    const stood = async (day: LocalDate) => (await lightsOn(ctx, day, [taskId])).get(taskId)
    expect(await stood('2020-04-26')).toMatchObject({ light: 'risk', dueOn: '2020-05-29' })
    expect(await stood('2020-04-27')).toMatchObject({ light: 'idle', leadUnitId: org.unitIds.elderly })
    expect(await stood('2020-04-28')).toMatchObject({ light: null, status: 'suspended' })
  })

  test('a unit that may not read the task learns nothing of how it stood', async () => {
    const children = await ctxOf('children-liaison', at('2020-04-24'))
    expect((await lightsOn(children, '2020-04-21', [taskId])).size).toBe(0)
    expect(
      (await lightsOn(await ctxOf('elderly-liaison', at('2020-04-24')), '2020-04-21', [taskId])).size,
    ).toBe(1)
  })

  test('nobody rewrites it: the application may add rows, not change or delete them', async () => {
    const { db } = await testWorld()
    await expect(db.taskStanding.updateMany({ data: { light: 'ok' } })).rejects.toThrow()
    await expect(db.taskStanding.deleteMany({ where: { task: { no } } })).rejects.toThrow()
  })
})

describe('how many stood where on the last Mondays', () => {
  test('by directive and by the unit that led on the day', async () => {
    const { db } = await testWorld()
    const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
    const first = await running('2020-04-20', { directiveId: directive.id })
    await running('2020-06-30', { directiveId: directive.id, kind: 'ongoing', cycle: 'monthly' })
    await turnLights({ db, now: at('2020-04-28') })
    await giveToElderly(first.id, '2020-04-28')
    const leader = await ctxOf('leader', at('2020-04-30'))
    const { mondays, series } = await lightSeries(leader, 4, 'directive')
    expect(mondays).toEqual(['2020-04-06', '2020-04-13', '2020-04-20', '2020-04-27'])
    const of = series.find(({ key }) => key === String(directive.no))
    expect(of?.on.map(({ off, risk, ok, idle }) => [off, risk, ok, idle])).toEqual([
      [0, 0, 0, 0],
      [0, 1, 1, 0],
      [0, 1, 1, 0],
      [1, 0, 1, 0],
    ])
    expect(of?.now).toMatchObject({ off: 0, ok: 1, idle: 1 })
    const units = await countLightsOn(leader, ['2020-04-26', '2020-04-30'], 'unit')
    const elderly = units.find(({ key }) => key === 'elderly')
    expect(elderly?.on.map(({ idle }) => idle)).toEqual([0, 1])
    const [all] = await countLightsOn(leader, ['2020-04-30'])
    expect(all?.on[0]).toEqual(all?.now)
  })
})
