import { expect, test } from 'vitest'
import { fromLocalDate } from '@/server/dates'
import { closeDirective } from '@/server/directives/close-directive'
import { auditOf, buildDirective, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

async function inForce(status: 'completed' | 'in_progress') {
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
  await buildDispatchedTask([{ unit: 'relief' }], {
    directiveId: directive.id,
    status,
    ...(status === 'completed' ? { completedAt: NOW, completedOn: fromLocalDate('2020-04-10') } : {}),
  })
  return directive
}
const close = (account: string, directiveId: string, version = 1, reason = '') =>
  runAs(account, closeDirective, { directiveId, version, reason })

test('the office head closes a directive of which nothing is open, on the record', async () => {
  const { db } = await testWorld()
  const { id, no } = await inForce('completed')
  expect(await close('office-head', id, 1, '全部办结')).toEqual({ no })
  const row = await db.directive.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ status: 'closed', closedAt: NOW, closedReason: '全部办结', version: 2 })
  expect(await auditOf(id)).toEqual(['directive.closed'])
})

test('a leader may as well; officers, units and inspectors may not, and a stranger does not learn of it', async () => {
  const { id } = await inForce('completed')
  for (const account of ['officer', 'relief-head', 'inspector'])
    await expect(close(account, id)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(close('sysadmin', id)).rejects.toMatchObject({ kind: 'not_found' })
  await close('leader', id)
})

test('it stays open while a task is open, and is not closed twice nor from a stale page', async () => {
  const open = await inForce('in_progress')
  await expect(close('office-head', open.id)).rejects.toMatchObject({
    kind: 'refused',
    code: 'directive.tasks_open',
    params: { count: 1 },
  })
  const draft = await buildDirective()
  await expect(close('office-head', draft.id)).rejects.toMatchObject({ code: 'directive.cannot_close' })
  const done = await inForce('completed')
  await expect(close('office-head', done.id, 7)).rejects.toMatchObject({ kind: 'conflict' })
})
