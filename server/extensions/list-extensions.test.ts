import { expect, test } from 'vitest'
import { fileExtension } from '@/server/extensions/file-extension'
import { getExtensionForm } from '@/server/extensions/get-extension-form'
import { listExtensions } from '@/server/extensions/list-extensions'
import { readNewDate } from '@/server/extensions/read-new-date'
import { signExtension } from '@/server/extensions/sign-extension'
import { countDuties } from '@/server/notifications/duties'
import { listTaskHistory } from '@/server/tasks/task-history'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const AT_WORK = { status: 'in_progress' as const, acknowledgedAt: NOW }

test('a request is seen inside its unit first, then by those who read the unit’s reports; each has the step that is theirs', async () => {
  const { db } = await testWorld()
  const task = await buildDispatchedTask(
    [
      { unit: 'relief', data: AT_WORK },
      { unit: 'elderly', data: AT_WORK },
    ],
    { status: 'in_progress' },
  )
  const assignmentId = task.assignments[0]?.id ?? ''
  const seen = async (account: string) => (await listExtensions(await ctxOf(account), task.no)).extensions
  const kinds = async (account: string) => Object.keys(await countDuties(await ctxOf(account)))
  const history = async (account: string) =>
    (await listTaskHistory(await ctxOf(account), task.no, 'extension', null)).entries.map((one) => one.event)

  expect((await listExtensions(await ctxOf('relief-liaison'), task.no)).mayAsk).toHaveLength(1)
  expect((await listExtensions(await ctxOf('officer'), task.no)).mayAsk).toEqual([])
  await runAs('relief-liaison', fileExtension, {
    assignmentId,
    version: null,
    requestedDueOn: '7-15',
    keepRestDay: '',
    reasonKind: 'resources',
    reason: '人手不足。',
    change: '增派两人。',
    how: 'send',
  })
  expect((await seen('relief-head')).map((one) => one.events)).toEqual([
    ['sign', 'send_back', 'refuse', 'withdraw'],
  ])
  for (const account of ['leader', 'office-head', 'officer', 'inspector', 'elderly-head']) {
    expect(await seen(account)).toEqual([])
    expect(await history(account)).toEqual([])
  }
  expect(await kinds('relief-head')).toContain('sign_extension')
  const { id, version } = await db.extension.findFirstOrThrow({ where: { assignmentId } })
  await runAs('relief-head', signExtension, { extensionId: id, version })
  expect((await seen('office-head'))[0]?.events).toEqual(['endorse', 'refuse'])
  expect((await seen('leader'))[0]?.events).toEqual([])
  expect((await seen('relief-head'))[0]?.events).toEqual(['withdraw'])
  expect(await seen('elderly-head')).toEqual([])
  expect(await history('officer')).toEqual(['extension.requested'])
  expect(await history('elderly-head')).toEqual([])
  expect(await kinds('office-head')).toContain('endorse_extension')
  await expect(listExtensions(await ctxOf('children-head'), task.no)).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('the form is for the unit’s own people and says what a typed date means', async () => {
  const task = await buildDispatchedTask([{ unit: 'relief', data: AT_WORK }], { status: 'in_progress' })
  const form = await getExtensionForm(await ctxOf('relief-liaison'), task.no, undefined)
  expect(form).toMatchObject({
    dueOn: '2020-06-30',
    granted: 0,
    late: false,
    straight: false,
    route: 'office',
  })
  for (const account of ['children-head', 'officer', 'leader']) {
    await expect(getExtensionForm(await ctxOf(account), task.no, undefined)).rejects.toMatchObject({
      kind: 'not_found',
    })
  }
  const read = async (typed: string) =>
    readNewDate(await ctxOf('relief-liaison'), { assignmentId: form.assignment.id, typed })
  expect(await read('7-15')).toMatchObject({
    date: { on: '2020-07-15', gained: 11, next: null },
    against: null,
  })
  expect(await read('6-30')).toMatchObject({ against: { code: 'extension.not_later' } })
  expect(await read('soon')).toEqual({ date: null, against: { code: 'date.unreadable' } })
})
