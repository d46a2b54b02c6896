import { describe, expect, it } from 'vitest'
import { DUTY_KEY_SHAPE } from '@/domain/notifications/duty-key'
import { parseLedgerFilter, ledgerHref } from '@/domain/tasks/ledger-filter'
import { fromLocalDate } from '@/server/dates'
import { countTasks } from '@/server/tasks/count-tasks'
import { refreshTask } from '@/server/tasks/refresh-task'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { countDuties } from './duties'
import { getDesk } from './get-desk'
import { listDuties } from './list-duties'
import { markDeskSeen, readLooks } from './mark-desk-seen'

const acknowledged = { status: 'in_progress' as const, acknowledgedAt: NOW }
const refresh = async (id: string) => refreshTask(await ctxOf('officer'), id)
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

describe('现在要办', () => {
  it('lists late ones first, then today’s, then who has waited longest, page by page without a gap', async () => {
    const dates = ['2020-04-20', '2020-04-10', '2020-04-07', '2020-04-09', '2020-04-13'] as const
    for (const date of dates) {
      const task = await buildDispatchedTask(
        [{ unit: 'south', data: { acknowledgeDueOn: fromLocalDate(date) } }],
        { title: date },
      )
      await refresh(task.id)
    }
    const ctx = await ctxOf('south-liaison')
    const all = await listDuties(ctx, { limit: 50 })
    expect(all.total).toBe(5)
    expect(all.rows.map((row) => row.task?.title).slice(0, 3)).toEqual([
      '2020-04-07',
      '2020-04-09',
      '2020-04-10',
    ])
    expect(all.rows[0]).toMatchObject({ kind: 'acknowledge', due: { code: 'overdue', days: 3 }, hat: null })
    const first = await listDuties(ctx, { limit: 3 })
    const second = await listDuties(ctx, { limit: 3, after: first.next ?? '' })
    expect([...first.rows, ...second.rows].map((row) => row.key)).toEqual(all.rows.map((row) => row.key))
    expect(second).toMatchObject({ total: 5, next: null })
    expect(all.rows.filter((row) => !DUTY_KEY_SHAPE.test(row.key))).toEqual([])
  })

  it('says why a report came back and why a unit refused', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'children', data: acknowledged }], {
      status: 'in_progress',
    })
    await db.report.create({
      data: {
        assignmentId: task.assignments[0]?.id ?? '',
        seq: 1,
        status: 'returned',
        claimedProgress: 20,
        writtenById: org.personIds['children-liaison'] ?? '',
        submittedAt: NOW,
        reviews: {
          create: {
            reviewerId: org.personIds.officer ?? '',
            decision: 'return',
            returnKind: 'doubtful',
            reason: '没有分县数',
          },
        },
      },
    })
    await refresh(task.id)
    const { rows } = await listDuties(await ctxOf('children-head'), { limit: 5 })
    expect(rows[0]).toMatchObject({ kind: 'revise', reason: '没有分县数', returnKind: 'doubtful' })

    const other = await buildDispatchedTask([{ unit: 'elderly' }])
    await refresh(other.id)
    const refused = { assignmentId: other.assignments[0]?.id ?? '', version: 1, reason: '职责不在我司' }
    await runAs('elderly-head', refuseAssignment, refused)
    const office = await listDuties(await ctxOf('officer'), { limit: 50 })
    expect(office.rows.find((row) => row.kind === 'rule')).toMatchObject({
      reason: '职责不在我司',
      unit: { name: '养老司' },
    })
  })

  it('counts what it lists, for every role with a desk', async () => {
    await buildDirective({ title: '待分解' })
    for (const account of ['officer', 'office-head', 'children-head', 'elderly-liaison', 'south-head']) {
      const ctx = await ctxOf(account)
      const counts = Object.values(await countDuties(ctx)).reduce((sum, count) => sum + count, 0)
      const { total, rows } = await listDuties(ctx, { limit: 200 })
      expect([account, total]).toEqual([account, counts])
      expect(rows).toHaveLength(total)
    }
  })

  it('a leader decides on the own portfolio and on what belongs to nobody’s', async () => {
    const { db, org } = await testWorld()
    const directive = await buildDirective()
    await db.task.create({
      data: {
        directiveId: directive.id,
        ownerUnitId: org.unitIds.office ?? '',
        createdById: org.personIds.officer ?? '',
        title: '甲',
        status: 'awaiting_approval',
        submittedAt: NOW,
        draftParts: {
          create: { unitId: org.unitIds.centre, part: 'lead', source: 'manual', confirmed: true },
        },
      },
    })
    const approvals = async () => (await countDuties(await ctxOf('leader'))).approve ?? 0
    const before = await approvals()
    const portfolio = { personId: org.personIds['office-head'] ?? '', unitId: org.unitIds.centre ?? '' }
    await db.portfolioUnit.create({ data: portfolio })
    expect(await approvals()).toBe(before - 1)
    await db.portfolioUnit.create({ data: { ...portfolio, personId: org.personIds.leader ?? '' } })
    expect(await approvals()).toBe(before)
  })
})

describe('the desk', () => {
  it('has at risk what the ledger has behind the link', async () => {
    for (const unit of ['relief', 'north'] as const) {
      const task = await buildDispatchedTask([{ unit, data: acknowledged }], {
        status: 'in_progress',
        dueOn: fromLocalDate('2020-04-08'),
      })
      await refresh(task.id)
    }
    for (const account of ['relief-head', 'north-liaison', 'officer', 'office-head']) {
      const ctx = await ctxOf(account)
      const { risks } = await getDesk(ctx, {})
      const query = Object.fromEntries(new URL(ledgerHref(risks.filter), 'http://x').searchParams)
      expect(risks.total).toBeGreaterThan(0)
      expect(await countTasks(ctx, parseLedgerFilter(query))).toBe(risks.total)
    }
  })

  it('says what was done today and what others did since, not what one did oneself', async () => {
    const task = await buildDispatchedTask([{ unit: 'centre' }])
    await refresh(task.id)
    const input = { assignmentId: task.assignments[0]?.id ?? '', version: 1 }
    await runAs('centre-head', acknowledgeAssignment, input, { now: minutesLater(5) })
    const own = await getDesk(await ctxOf('centre-head', minutesLater(6)), {})
    expect(own.done.rows.map((row) => row.event)).toEqual(['assignment.acknowledged'])
    const since = { since: '2020-04-10' }
    const mine = (desk: Awaited<ReturnType<typeof getDesk>>) =>
      desk.changes.lines.filter(({ change }) => change?.task?.no === task.no)
    const office = await getDesk(await ctxOf('officer', minutesLater(6)), since)
    expect(mine(office)[0]?.change).toMatchObject({
      event: 'assignment.acknowledged',
      unit: { name: '信息中心' },
    })
    expect(mine(await getDesk(await ctxOf('centre-liaison', minutesLater(6)), since))).toEqual([])
    expect((await getDesk(await ctxOf('centre-head', new Date('2020-04-10T16:30:00Z')), {})).done.total).toBe(
      0,
    )
  })

  it('a look is noted; a reload within ten minutes is the same look', async () => {
    const look = (minutes: number) =>
      runAs('relief-liaison', markDeskSeen, null, { now: minutesLater(minutes) })
    const looks = async () => readLooks(await ctxOf('relief-liaison'))
    await look(0)
    expect(await looks()).toEqual({ seenAt: NOW, sinceAt: null })
    await look(9)
    expect(await looks()).toEqual({ seenAt: NOW, sinceAt: null })
    await look(11)
    expect(await looks()).toEqual({ seenAt: minutesLater(11), sinceAt: NOW })
    const desk = await getDesk(await ctxOf('relief-liaison', minutesLater(12)), {})
    expect(desk.point).toMatchObject({ choice: 'last', at: NOW })
  })
})
