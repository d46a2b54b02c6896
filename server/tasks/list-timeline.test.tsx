import { NextIntlClientProvider } from 'next-intl'
import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { TimelineTable } from '@/components/tasks/timeline-table'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { parseTimeline } from '@/domain/tasks/timeline'
import { loadMessages } from '@/i18n/load-messages'
import { fromLocalDate } from '@/server/dates'
import { listTasks } from '@/server/tasks/list-tasks'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import { listTimeline } from './list-timeline'

const on = fromLocalDate
let moved: { no: number }

/** One task with a moved date and milestones, one that a province has an earlier date in, one without a date, one that never went out. */
beforeAll(async () => {
  const { db, org } = await testWorld()
  const running = { status: 'in_progress' as const, dispatchedOn: on('2020-03-02') }
  const acknowledged = { status: 'in_progress' as const, acknowledgedAt: NOW }
  const task = await buildDispatchedTask([{ unit: 'relief', data: acknowledged }], {
    ...running,
    title: '摸清底数',
    dueOn: on('2020-05-29'),
    originalDueOn: on('2020-04-30'),
    extensionCount: 1,
  })
  moved = task
  const milestone = (title: string, dueOn: '2020-03-31' | '2020-05-15', doneOn?: '2020-03-30') => ({
    ...{ taskId: task.id, title, dueOn: on(dueOn), originalDueOn: on(dueOn) },
    ...(doneOn ? { doneOn: on(doneOn), doneAt: NOW, doneById: org.personIds['relief-head'] } : {}),
  })
  await db.milestone.createMany({
    data: [
      milestone('印发方案', '2020-03-31', '2020-03-30'),
      milestone('完成摸底', '2020-05-15'),
      { ...milestone('不再做', '2020-05-15'), droppedReason: '并入上一步' },
    ],
  })
  await buildDispatchedTask([{ unit: 'elderly' }, { unit: 'north', dueOn: '2020-05-08' }], running)
  await buildDispatchedTask([{ unit: 'relief' }], {
    ...running,
    kind: 'ongoing',
    cycle: 'monthly',
    originalDueOn: null,
  })
  await db.task.updateMany({ where: { kind: 'ongoing' }, data: { dueOn: null } })
  await buildDispatchedTask([{ unit: 'relief' }], {
    status: 'approved',
    dispatchedAt: null,
    dispatchedOn: null,
  })
  const all = await db.task.findMany({ select: { id: true } })
  await refreshTasks(
    await ctxOf('officer'),
    all.map((row) => row.id),
  )
})

describe('the timetable', () => {
  for (const account of ['officer', 'leader', 'inspector', 'relief-liaison', 'north-head', 'south-head']) {
    it(`shows the ${account} the same tasks as the ledger, in the same order`, async () => {
      const ctx = await ctxOf(account)
      const filter = parseLedgerFilter({ view: 'all' })
      const [page, ledger] = [await listTimeline(ctx, filter), await listTasks(ctx, filter)]
      expect(page.rows.map((row) => row.no)).toEqual(ledger.rows.map((row) => row.no))
      expect(page).toMatchObject({ total: ledger.total, from: ledger.from, next: null })
    })
  }

  it('keeps the first date beside the one that an extension gave, and the milestones that stand', async () => {
    const { rows } = await listTimeline(await ctxOf('leader'), parseLedgerFilter({ view: 'all' }))
    expect(rows.find((row) => row.no === moved.no)).toMatchObject({
      dueOn: '2020-05-29',
      originalDueOn: '2020-04-30',
      extensionCount: 1,
      milestones: [
        { title: '印发方案', doneOn: '2020-03-30', state: 'done' },
        { title: '完成摸底', state: 'ahead' },
      ],
    })
  })

  it("draws a unit's own earlier date, which was never moved", async () => {
    const { rows } = await listTimeline(await ctxOf('north-head'), parseLedgerFilter({ view: 'all' }))
    expect(rows).toMatchObject([{ dueOn: '2020-05-08', originalDueOn: '2020-05-08' }])
  })

  it('says in words what it draws: dates, extension, milestones, a task without a date', async () => {
    const ctx = await ctxOf('leader')
    const { rows, total } = await listTimeline(ctx, parseLedgerFilter({ view: 'all' }))
    const window = parseTimeline({ zoom: 'month', start: '2020-03-01' }, ctx.today)
    const table = h(TimelineTable, { rows, total, window, today: ctx.today, calendar: ctx.calendar })
    const messages = await loadMessages('en')
    const html = renderToStaticMarkup(
      h(NextIntlClientProvider, { locale: 'en', timeZone: 'Asia/Shanghai', messages, children: table }),
    )
    for (const words of [
      'first due 2020-04-30, extended once',
      '完成摸底 · Ahead',
      'Not dispatched',
      'monthly reports',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('不再做')
  })
})
