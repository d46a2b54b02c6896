import { beforeAll, describe, expect, it } from 'vitest'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { LedgerEvent } from '@/domain/tasks/ledger-during'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { fromLocalDate } from '@/server/dates'
import { countTasks } from '@/server/tasks/count-tasks'
import { listTasks } from '@/server/tasks/list-tasks'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

const running = { status: 'in_progress' as const, acknowledgedAt: NOW }
let directiveId = ''

type Days = { sent?: LocalDate; due?: LocalDate; done?: LocalDate }
async function build(title: string, { sent = '2020-02-10', due = '2020-06-30', done }: Days) {
  const dueOn = fromLocalDate(due)
  return buildDispatchedTask(
    [
      { unit: 'relief', data: running },
      { unit: 'elderly', data: running },
    ],
    {
      ...{ directiveId, title, status: 'in_progress', dueOn, originalDueOn: dueOn },
      dispatchedOn: fromLocalDate(sent),
      ...(done ? { status: 'completed', completedAt: NOW, completedOn: fromLocalDate(done) } : {}),
    },
  )
}

async function report(
  task: Awaited<ReturnType<typeof build>>,
  submittedAt: string,
  returned?: string,
  at = 0,
) {
  const { db, org } = await testWorld()
  const by = org.personIds['relief-head'] ?? ''
  const assignmentId = task.assignments[at]?.id ?? ''
  const made = await db.report.create({
    data: {
      ...{
        assignmentId,
        seq: 1,
        claimedProgress: 10,
        done: '有进展',
        status: returned ? 'returned' : 'submitted',
      },
      ...{ writtenById: by, submittedById: by, submittedAt: new Date(submittedAt) },
    },
  })
  if (!returned) return
  const review = await db.review.create({
    data: {
      ...{ reportId: made.id, decision: 'return', returnKind: 'no_evidence', reason: '缺佐证' },
      ...{ reviewerId: org.personIds.officer ?? '', reviewedAt: new Date(returned) },
    },
  })
  await db.report.update({ where: { id: made.id }, data: { reviewId: review.id } })
}

beforeAll(async () => {
  directiveId = (await buildDirective({ status: 'in_force', inForceAt: NOW })).id
  await build('三月末交办', { sent: '2020-03-31' })
  await build('四月一日交办', { sent: '2020-04-01' })
  await build('四月办结', { done: '2020-04-05' })
  await build('三月办结', { done: '2020-03-31' })
  await build('三月末到期', { due: '2020-03-31' })
  await build('四月二日到期', { due: '2020-04-02' })
  await build('四月二日到期晚办结', { due: '2020-04-02', done: '2020-04-09' })
  await build('四月二日到期按期办结', { due: '2020-04-02', done: '2020-04-02' })
  await build('今天到期', { due: '2020-04-10' })
  // Midnight in Shanghai is 16:00 in London.
  await report(await build('四月初反馈', {}), '2020-03-31T16:00:00Z', '2020-04-30T15:59:59Z')
  await report(await build('三月反馈', {}), '2020-03-31T15:59:59Z', '2020-04-30T16:00:00Z')
  await report(await build('协办反馈', {}), '2020-04-02T02:00:00Z', undefined, 1)
}, 60_000)

const found = async (account: string, event: LedgerEvent, days = '2020-04-01..2020-04-30') => {
  const filter = parseLedgerFilter({ during: `${event}:${days}` })
  const ctx = await ctxOf(account)
  const { rows } = await listTasks(ctx, filter)
  expect(await countTasks(ctx, filter)).toBe(rows.length)
  return rows.map((row) => row.title).sort()
}

describe('the ledger finds by what happened in a period', () => {
  it('what went out and what was completed', async () => {
    expect(await found('officer', 'dispatched')).toEqual(['四月一日交办'])
    expect(await found('officer', 'completed')).toEqual(
      ['四月办结', '四月二日到期晚办结', '四月二日到期按期办结'].sort(),
    )
    expect(await found('officer', 'completed', '2020-03-01..2020-03-31')).toEqual(['三月办结'])
  })

  it('what fell overdue, on the day after its date, whether it was completed later or not', async () => {
    const april = ['三月末到期', '四月二日到期', '四月二日到期晚办结'].sort()
    expect(await found('leader', 'lapsed')).toEqual(april)
    expect(await found('leader', 'lapsed', '2020-03-01..2020-03-31')).toEqual([])
    expect(await found('relief-head', 'lapsed')).toEqual(april)
  })

  it('what was reported on and what came back, by the day of the office’s zone', async () => {
    expect(await found('officer', 'reported')).toEqual(['协办反馈', '四月初反馈'].sort())
    expect(await found('officer', 'returned')).toEqual(['四月初反馈'])
    expect(await found('officer', 'reported', '2020-03-31..2020-03-31')).toEqual(['三月反馈'])
  })

  it('for a unit, only by what it may read: a supporter learns nothing of the lead’s reports', async () => {
    expect(await found('elderly-liaison', 'reported')).toEqual(['协办反馈'])
    expect(await found('relief-liaison', 'reported')).toEqual(['四月初反馈'])
    expect(await found('south-liaison', 'dispatched')).toEqual([])
  })
})
