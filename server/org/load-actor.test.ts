import { expect, test } from 'vitest'
import { reachOf } from '@/domain/permissions/actor'
import { findActorByAccount, findActorBySession } from '@/server/org/load-actor'
import { runCommand } from '@/server/run-command'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { findReadableTask } from '@/server/tasks/get-task'
import { listTasks } from '@/server/tasks/list-tasks'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { actorOf, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

const YESTERDAY = new Date('2020-04-09T00:00:00Z')
const TODAY = new Date('2020-04-10T00:00:00Z')

test('people of a unit that has ended still sign in, and reach nothing', async () => {
  const { db, org } = await testWorld()
  const task = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'centre' }])
  const [, part] = task.assignments
  await db.unit.update({ where: { id: org.unitIds.centre }, data: { validToOn: YESTERDAY } })
  const actor = await actorOf('centre-head')
  expect(reachOf(actor)).toEqual([])
  const ctx = await ctxOf('centre-head')
  expect((await listTasks(ctx, parseLedgerFilter({ view: 'all' }))).total).toBe(0)
  await expect(findReadableTask(ctx, task.no)).rejects.toMatchObject({ kind: 'not_found' })
  const input = { assignmentId: part?.id ?? '', version: 1 }
  await expect(
    runCommand(actor, acknowledgeAssignment, input, { name: 'test', now: NOW, db }),
  ).rejects.toMatchObject({ kind: 'not_found' })
  await db.unit.update({ where: { id: org.unitIds.centre }, data: { validToOn: null } })
})

test('a unit reaches its people on the last day of its effect, and no longer on the next', async () => {
  const { db, org } = await testWorld()
  const id = org.unitIds['north-county']
  await db.unit.update({ where: { id }, data: { validToOn: TODAY } })
  expect(reachOf(await actorOf('north-head'))).toContain(id)
  await db.unit.update({ where: { id }, data: { validToOn: YESTERDAY } })
  expect(reachOf(await actorOf('north-head'))).not.toContain(id)
  await db.unit.update({ where: { id }, data: { validToOn: null } })
})

test('a role counts from its first day to its last', async () => {
  const { db, org } = await testWorld()
  const personId = org.personIds['south-liaison'] ?? ''
  const held = async (from: string, to: string | null) => {
    await db.roleGrant.updateMany({
      where: { personId },
      data: { validFromOn: new Date(from), validToOn: to && new Date(to) },
    })
    return (await findActorByAccount(db, 'south-liaison', '2020-04-10'))?.actor.grants.length
  }
  expect(await held('2020-04-10', '2020-04-10')).toBe(1)
  expect(await held('2020-04-11', null)).toBe(0)
  expect(await held('2018-01-01', '2020-04-09')).toBe(0)
  expect(await held('2018-01-01', null)).toBe(1)
})

test('whoever has left has no session any more', async () => {
  const { db, org } = await testWorld()
  const personId = org.personIds['south-head'] ?? ''
  const { id } = await db.session.create({
    data: { personId, createdAt: NOW, seenAt: NOW },
    select: { id: true },
  })
  expect(await findActorBySession(db, id, '2020-04-10')).not.toBeNull()
  await db.person.update({ where: { id: personId }, data: { status: 'left' } })
  expect(await findActorBySession(db, id, '2020-04-10')).toBeNull()
  await db.person.update({ where: { id: personId }, data: { status: 'active' } })
})
