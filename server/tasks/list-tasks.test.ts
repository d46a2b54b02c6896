import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '@/domain/calendar/local-date'
import type { LedgerCursor } from '@/domain/tasks/ledger-cursor'
import { ledgerHref, parseLedgerFilter, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { narrowTo } from '@/domain/tasks/ledger-group'
import { fromLocalDate } from '@/server/dates'
import { countTasks, countViews } from '@/server/tasks/count-tasks'
import { listGroups } from '@/server/tasks/list-groups'
import { listRefs } from '@/server/tasks/list-refs'
import { LEDGER_PAGE, listTasks } from '@/server/tasks/list-tasks'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { visibleTasks } from '@/server/tasks/scope'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

const UNITS = ['relief', 'elderly', 'children', 'north', 'north-city', 'south'] as const
const MANY = LEDGER_PAGE * 2 + 13

/** 113 open tasks spread over units and dates (some undated), then a few of every other kind. */
beforeAll(async () => {
  const { db, org } = await testWorld()
  const directive = await buildDirective({ status: 'in_force', docNumber: '民办纪〔2020〕6号' })
  const other = await buildDirective({ status: 'in_force' })
  for (let n = 0; n < MANY; n++) {
    const dueOn = fromLocalDate(addDays('2020-04-01', (n % 3) * 30 + (n % 28)))
    const dated = n % 10 !== 9
    await buildDispatchedTask(
      [{ unit: UNITS[n % 6] ?? 'relief' }, { unit: UNITS[(n + 2) % 6] ?? 'relief' }],
      {
        directiveId: n % 4 === 0 ? other.id : directive.id,
        title: n % 7 === 0 ? `50%_困难群众救助 ${n}` : `做好第 ${n} 件事`,
        status: n % 5 === 0 ? 'in_progress' : 'dispatched',
        createdById: org.personIds[n % 2 ? 'officer' : 'officer2'] ?? '',
        ...(dated ? { dueOn, originalDueOn: dueOn } : { kind: 'ongoing', cycle: 'monthly' }),
      },
    )
  }
  const closed = { completedAt: NOW, completedOn: fromLocalDate('2020-04-10') }
  await buildDispatchedTask([{ unit: 'relief' }], { status: 'completed', ...closed })
  await buildDispatchedTask([{ unit: 'relief' }], { status: 'terminated' })
  const never = { submittedAt: null, dispatchedAt: null, dispatchedOn: null }
  await buildDispatchedTask([{ unit: 'relief' }], { status: 'draft', ...never, assignments: undefined })
  await db.task.updateMany({
    where: { kind: 'ongoing' },
    data: { dueOn: null },
  })
  const acknowledged = await db.assignment.findMany({
    where: { part: 'lead', task: { status: 'in_progress' } },
    select: { id: true },
  })
  await db.assignment.updateMany({
    where: { id: { in: acknowledged.map((one) => one.id) } },
    data: { status: 'acknowledged', acknowledgedAt: NOW, acknowledgedById: org.personIds['relief-liaison'] },
  })
  const ctx = await ctxOf('officer')
  const all = await db.task.findMany({ select: { id: true } })
  await refreshTasks(
    ctx,
    all.map((row) => row.id),
  )
})

async function walk(account: string, query: Record<string, string>) {
  const ctx = await ctxOf(account)
  const filter = parseLedgerFilter(query)
  const pages: Awaited<ReturnType<typeof listTasks>>[] = []
  let cursor: LedgerCursor | null = null
  do {
    // Through the address and back, as a browser would.
    const address: LedgerFilter = parseLedgerFilter(
      Object.fromEntries(new URL(ledgerHref(filter, { cursor }), 'http://x').searchParams),
    )
    const page = await listTasks(ctx, address)
    pages.push(page)
    cursor = page.next
  } while (cursor)
  return { ctx, filter, pages, rows: pages.flatMap((page) => page.rows) }
}

const nos = (rows: readonly { no: number }[]) => rows.map((row) => row.no)
const sorted = (values: number[]) => [...values].sort((a, b) => a - b)

describe('paging', () => {
  for (const sort of ['due', 'no', 'light', 'last', 'move'] as const) {
    for (const dir of ['asc', 'desc'] as const) {
      test(`every row comes exactly once by ${sort} ${dir}, and back again`, async () => {
        const { ctx, pages, rows, filter } = await walk('officer', { view: 'open', sort, dir })
        expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 13])
        expect(new Set(nos(rows)).size).toBe(MANY)
        expect(pages.map(({ from, to, total }) => [from, to, total])).toEqual([
          [1, 50, MANY],
          [51, 100, MANY],
          [101, MANY, MANY],
        ])
        const last = pages[2]
        const back = await listTasks(ctx, { ...filter, cursor: last?.previous ?? null })
        expect(nos(back.rows)).toEqual(nos(pages[1]?.rows ?? []))
        expect([back.from, back.to]).toEqual([51, 100])
        const first = await listTasks(ctx, { ...filter, cursor: back.previous })
        expect(nos(first.rows)).toEqual(nos(pages[0]?.rows ?? []))
        expect(first.previous).toBeNull()
      })
    }
  }

  test('due dates rise, tasks without one come last', async () => {
    const { rows } = await walk('officer', { view: 'open' })
    const dates = rows.map((row) => row.dueOn ?? '9999')
    expect(dates).toEqual([...dates].sort())
    expect(dates.at(-1)).toBe('9999')
  })
})

describe('who sees what', () => {
  test.each([
    'officer',
    'leader',
    'inspector',
    'relief-head',
    'north-liaison',
    'north-city-head',
    'south-head',
  ])('%s finds exactly the tasks that the read rule gives, and the figure says so', async (account) => {
    const { db } = await testWorld()
    const { ctx, rows, pages } = await walk(account, { view: 'all' })
    const rule = await db.task.findMany({
      where: { AND: [visibleTasks(ctx.actor), { status: { not: 'draft' } }] },
      select: { no: true },
    })
    expect(sorted(nos(rows))).toEqual(sorted(nos(rule)))
    expect(pages[0]?.total).toBe(rows.length)
  })

  test.each(['asc', 'desc'])(
    'a province finds each task once by due date %s, with its own date where that is earlier',
    async (dir) => {
      const { db } = await testWorld()
      const before = await walk('north-head', { view: 'open', dir, sort: 'due' })
      const task = await buildDispatchedTask(
        [
          { unit: 'relief' },
          { unit: 'north', dueOn: '2020-05-20' },
          { unit: 'north-city', dueOn: '2020-05-11' },
        ],
        { title: '下级更早' },
      )
      const { rows, pages } = await walk('north-head', { view: 'open', dir, sort: 'due' })
      expect(rows).toHaveLength(before.rows.length + 1)
      expect(pages[0]?.total).toBe(rows.length)
      expect(rows.find((row) => row.no === task.no)?.dueOn).toBe('2020-05-11')
      const dates = rows.flatMap((row) => row.dueOn ?? [])
      expect(dates).toEqual(dir === 'asc' ? [...dates].sort() : [...dates].sort().reverse())
      expect(rows.slice(dates.length).every((row) => row.dueOn === null)).toBe(true)
      const { rows: officers } = await walk('officer', { q: `T${task.no}` })
      expect(officers.find((row) => row.no === task.no)?.dueOn).toBe('2020-06-30')
      await db.task.update({ where: { id: task.id }, data: { status: 'terminated' } })
    },
  )

  test('an officer finds it by words of its title or of its result, by the initials of its title, by its number', async () => {
    const task = await buildDispatchedTask([{ unit: 'relief' }], {
      title: '完善殡葬服务收费公示',
      expectedResult: '收费目录清单',
    })
    for (const q of ['殡葬', '收费公示', '目录清单', 'bzfw', '公', `t${task.no}`]) {
      const { rows } = await walk('officer', { q })
      expect(
        rows.map((row) => row.no),
        q,
      ).toContain(task.no)
    }
    expect((await walk('officer', { q: '殡葬收费' })).rows).toEqual([])
    expect((await walk('centre-head', { q: '殡葬' })).rows).toEqual([])
    const { db } = await testWorld()
    await db.task.update({ where: { id: task.id }, data: { status: 'terminated' } })
  })

  test('an administrator and a unit without tasks find nothing', async () => {
    expect((await walk('auditor', { view: 'all' })).rows).toEqual([])
    expect((await walk('centre-head', { view: 'all' })).rows).toEqual([])
    expect(await countViews(await ctxOf('auditor'))).toMatchObject({ open: 0 })
  })

  test('a supporter is not shown when the lead reported; a lead is', async () => {
    const { db } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'relief' }, { unit: 'centre' }], {
      title: '只看百分比',
      lastReportAt: NOW,
    })
    const rowFor = async (account: string) =>
      (await walk(account, { q: '只看百分比' })).rows.find((row) => row.no === task.no)
    expect(await rowFor('relief-head')).toMatchObject({ lastReportOn: '2020-04-10', supporting: 1 })
    expect(await rowFor('centre-head')).toMatchObject({ lastReportOn: null })
    await db.task.update({ where: { id: task.id }, data: { status: 'terminated' } })
  })
})

describe('filters', () => {
  test('a figure and the rows behind it agree for every view', async () => {
    for (const account of ['officer', 'relief-head', 'leader']) {
      const counts = await countViews(await ctxOf(account))
      for (const [view, count] of Object.entries(counts)) {
        const { rows } = await walk(account, { view })
        expect([account, view, rows.length]).toEqual([account, view, count])
      }
    }
  })

  test('overdue is what is still open and late, of a unit by its own date', async () => {
    for (const account of ['officer', 'north-head']) {
      const { rows } = await walk(account, { due: 'overdue' })
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every((row) => row.dueOn !== null && row.dueOn < '2020-04-10')).toBe(true)
      const { rows: open } = await walk(account, { view: 'open' })
      expect(rows).toHaveLength(open.filter((row) => row.dueOn !== null && row.dueOn < '2020-04-10').length)
    }
  })

  test('mine, off course, due this week, to acknowledge mean what they say', async () => {
    const { rows: mine } = await walk('officer', { view: 'mine' })
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.length).toBeLessThan(MANY)
    const { rows: off } = await walk('officer', { view: 'off' })
    expect(off.length).toBeGreaterThan(0)
    expect(off.every((row) => row.light?.name === 'off')).toBe(true)
    const { rows: week } = await walk('officer', { view: 'week' })
    expect(
      week.every((row) => row.dueOn !== null && row.dueOn >= '2020-04-06' && row.dueOn <= '2020-04-12'),
    ).toBe(true)
    const { rows: waiting } = await walk('relief-liaison', { view: 'acknowledge' })
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.every((row) => row.batch.acknowledge !== null)).toBe(true)
    const { rows: none } = await walk('officer', { view: 'all' })
    expect(none.every((row) => row.batch.acknowledge === null)).toBe(true)
  })

  test('directive, lead, unit, light, status and words narrow; percent signs are letters', async () => {
    const count = async (query: Record<string, string>) =>
      countTasks(await ctxOf('officer'), parseLedgerFilter(query))
    const { db } = await testWorld()
    const [directive] = await db.directive.findMany({ where: { docNumber: { not: null } } })
    expect(await count({ directive: `D${directive?.no}`, view: 'open' })).toBe(84)
    expect(await count({ lead: 'relief', view: 'open' })).toBe(19)
    expect(await count({ unit: 'relief', view: 'open' })).toBe(38)
    expect(await count({ status: 'in_progress' })).toBe(23)
    expect(await count({ status: 'draft' })).toBe(1)
    expect(await count({ light: 'done' })).toBe(1)
    expect(await count({ light: 'late' })).toBe(0)
    expect(await count({ q: '50%_困难' })).toBe(17)
    expect(await count({ q: '50%困难' })).toBe(0)
    const first = await db.task.findFirstOrThrow({ orderBy: { no: 'asc' } })
    expect(await count({ q: `t${first.no}` })).toBeGreaterThan(0)
    expect(await count({ type: 'ongoing', view: 'open' })).toBe(11)
    expect(await count({ due: 'none', view: 'open' })).toBe(11)
    const rest = await count({ due: '..2020-04-30', view: 'open' })
    expect(rest).toBeGreaterThan(0)
    expect(await count({ due: '2020-05-01..', view: 'open' })).toBe(MANY - 11 - rest)
    expect(await count({ move: 'office,approver,owner,lead,unit', view: 'open' })).toBe(MANY)
    expect(await count({ move: 'lead', status: 'dispatched' })).toBeGreaterThan(0)
  })
})

describe('groups', () => {
  const accounts = ['officer', 'leader', 'inspector', 'relief-head', 'north-liaison', 'north-city-head']
  for (const group of ['lead', 'directive', 'light', 'status'] as const)
    test(`by ${group}, the figures of a group are the rows behind them, for every role`, async () => {
      for (const account of accounts) {
        const ctx = await ctxOf(account)
        const filter = parseLedgerFilter({ view: 'all', group })
        const groups = await listGroups(ctx, filter)
        expect(groups?.total).toBe(await countTasks(ctx, filter))
        for (const one of groups?.groups ?? []) {
          const own = narrowTo(filter, group, one.key)
          expect([account, one.key, await countTasks(ctx, own)]).toEqual([account, one.key, one.total])
          for (const [shown, count] of Object.entries(one.lights))
            expect([one.key, shown, await countTasks(ctx, narrowTo(own, 'light', shown))]).toEqual([
              one.key,
              shown,
              count,
            ])
          const { rows } = await listTasks(ctx, own)
          expect(nos(one.rows)).toEqual(nos(rows.slice(0, one.rows.length)))
          expect(one.rows.length).toBe(Math.min(4, one.total))
        }
      }
    })

  test('a folded group has no rows, the open one a page of its own to turn', async () => {
    const ctx = await ctxOf('officer')
    const filter = parseLedgerFilter({ group: 'status', folded: 'in_progress', open: 'dispatched' })
    const groups = await listGroups(ctx, filter)
    const of = (key: string) => groups?.groups.find((one) => one.key === key)
    expect(of('in_progress')).toMatchObject({ folded: true, rows: [], total: 23 })
    expect(of('dispatched')?.rows).toHaveLength(50)
    const next = of('dispatched')?.page?.next ?? null
    const more = await listGroups(ctx, { ...filter, cursor: next })
    const rest = more?.groups.find((one) => one.key === 'dispatched')
    expect(rest?.page).toMatchObject({ from: 51, total: of('dispatched')?.total })
    expect(nos(rest?.rows ?? [])).not.toEqual(nos(of('dispatched')?.rows ?? []))
  })
})

describe('all that match', () => {
  test.each(['officer', 'leader', 'relief-liaison', 'inspector'])(
    'are found for %s with what can be done to each, as on the pages',
    async (account) => {
      const { rows, ctx } = await walk(account, { view: 'open' })
      const { refs } = await listRefs(ctx, { query: parseLedgerFilter({ view: 'open' }) })
      const onPages = rows.map((row) => ({ no: row.no, ...row.batch }))
      const byNo = (a: { no: number }, b: { no: number }) => a.no - b.no
      expect([...refs].sort(byNo)).toEqual(onPages.sort(byNo))
      const urgeable = refs.filter((ref) => ref.urge).length
      expect(urgeable > 0).toBe(['officer', 'leader'].includes(account))
      expect(refs.some((ref) => ref.acknowledge !== null)).toBe(account === 'relief-liaison')
    },
  )

  test('an administrator finds no such list', async () => {
    await expect(listRefs(await ctxOf('auditor'), { query: parseLedgerFilter({}) })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

test('compared with a day, each row tells what changed since; what had not gone out by then is new', async () => {
  const { db } = await testWorld()
  const task = await buildDispatchedTask([{ unit: 'relief' }], { title: '比一比' })
  const standing = { taskId: task.id, status: 'dispatched', dueOn: fromLocalDate('2020-05-31') } as const
  await db.taskStanding.create({
    data: { ...standing, at: new Date('2020-04-02T02:00:00Z'), light: 'off', claimed: 0, verified: 0 },
  })
  const changeOn = async (since: string) => {
    const { rows } = await walk('officer', { q: `T${task.no}`, since })
    return rows.find((row) => row.no === task.no)?.change
  }
  expect(await changeOn('2020-04-03')).toMatchObject({
    added: false,
    due: { from: '2020-05-31', to: '2020-06-30' },
  })
  expect(await changeOn('2020-04-01')).toMatchObject({ added: true, due: null })
  const { rows } = await walk('officer', { q: `T${task.no}` })
  expect(rows.every((row) => row.change === null)).toBe(true)
  await db.task.update({ where: { id: task.id }, data: { status: 'terminated' } })
})
