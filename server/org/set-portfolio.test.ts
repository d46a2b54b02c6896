import { beforeAll, expect, test } from 'vitest'
import { listAwaitingLeader } from '@/server/extensions/list-extension-cards'
import { listDecisions } from '@/server/notifications/list-decisions'
import { listLeadersInCharge } from '@/server/notifications/portfolio'
import { shellCounts } from '@/server/notifications/shell-counts'
import { findPortfolio, portfolioMark } from '@/server/org/list-portfolios'
import { setPortfolio } from '@/server/org/set-portfolio'
import { fromLocalDate } from '@/server/dates'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

let task: Awaited<ReturnType<typeof buildDispatchedTask>>
const second = { id: '', account: 'leader2' }

beforeAll(async () => {
  const { db, org } = await testWorld()
  const person = await db.person.create({
    data: {
      account: second.account,
      name: '第二位',
      nameEn: 'Second',
      grants: {
        create: {
          unitId: org.unitIds.ministry ?? '',
          role: 'leader',
          validFromOn: fromLocalDate('2018-01-01'),
        },
      },
    },
  })
  second.id = person.id
  task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    {
      status: 'in_progress',
    },
  )
  await db.extension.create({
    data: {
      assignmentId: task.assignments[0]?.id ?? '',
      seq: 1,
      status: 'awaiting_leader',
      previousDueOn: fromLocalDate('2020-06-30'),
      requestedDueOn: fromLocalDate('2020-07-15'),
      reasonKind: 'other',
      reason: '原因',
      change: '办法',
      writtenById: org.personIds['relief-liaison'] ?? '',
      signedById: org.personIds['relief-head'] ?? '',
      signedAt: NOW,
      endorsedById: org.personIds['office-head'] ?? '',
      endorsedAt: NOW,
    },
  })
})

async function set(account: string, more: { unitIds?: string[]; directiveIds?: string[] } = {}) {
  const { org } = await testWorld()
  const personId = account === 'leader2' ? second.id : (org.personIds[account] ?? '')
  const held = await findPortfolio(await ctxOf('office-head'), personId)
  const mark = held ? portfolioMark(held) : ''
  await runAs('office-head', setPortfolio, { personId, mark, unitIds: [], directiveIds: [], ...more })
  return personId
}
const waits = async (account: string) => {
  const ctx = await ctxOf(account)
  const rows = await listDecisions(ctx, 20)
  expect((await shellCounts(ctx)).decisions).toBe(rows.length)
  return rows.filter((row) => row.kind === 'grant_extension').length
}

test('what belongs to nobody’s portfolio waits with every leader', async () => {
  expect([await waits('leader'), await waits('leader2')]).toEqual([1, 1])
})

test('by unit it waits with the leader in charge of it, by directive with that leader too', async () => {
  const { org } = await testWorld()
  const personId = await set('leader', { unitIds: [org.unitIds.relief ?? ''] })
  expect(await auditOf(personId)).toEqual(['portfolio.set'])
  expect([await waits('leader'), await waits('leader2')]).toEqual([1, 0])
  await set('leader2', { directiveIds: [task.directiveId] })
  expect([await waits('leader'), await waits('leader2')]).toEqual([1, 1])
  await set('leader')
  expect([await waits('leader'), await waits('leader2')]).toEqual([0, 1])
  const charge = { unitId: task.leadUnitId, directiveId: task.directiveId }
  expect(await listLeadersInCharge(await ctxOf('officer'), charge)).toEqual([second.id])
})

test('the office head follows what waits for a leader, and decides the first step alone', async () => {
  const ctx = await ctxOf('office-head')
  expect((await listAwaitingLeader(ctx, 10)).map((row) => row.task.no)).toEqual([task.no])
  expect((await listDecisions(ctx, 20)).map((row) => row.kind)).not.toContain('grant_extension')
})

test('another’s change meanwhile is a conflict; what cannot be in a portfolio, whoever is no leader, other roles are refused', async () => {
  const { org } = await testWorld()
  const personId = org.personIds.leader ?? ''
  const input = { personId, mark: '', unitIds: [] as string[], directiveIds: [] }
  await expect(runAs('office-head', setPortfolio, { ...input, mark: 'old' })).rejects.toMatchObject({
    kind: 'conflict',
  })
  await expect(
    runAs('office-head', setPortfolio, { ...input, unitIds: [org.unitIds.office ?? ''] }),
  ).rejects.toMatchObject({ kind: 'refused', code: 'portfolio.gone' })
  await expect(
    runAs('office-head', setPortfolio, { ...input, personId: org.personIds.officer ?? '' }),
  ).rejects.toMatchObject({ kind: 'not_found' })
  for (const account of ['sysadmin', 'leader', 'officer']) {
    await expect(runAs(account, setPortfolio, input)).rejects.toMatchObject({ kind: 'forbidden' })
  }
})
