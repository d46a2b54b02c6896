import { NextIntlClientProvider } from 'next-intl'
import { createElement as h, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { OffCourseList } from '@/components/tasks/off-course-list'
import { OverviewDumbbells } from '@/components/tasks/overview-dumbbells'
import { OverviewSentence } from '@/components/tasks/overview-sentence'
import { OverviewWeeks } from '@/components/tasks/overview-weeks'
import { ProvinceTiles } from '@/components/tasks/province-tiles'
import { addDays } from '@/domain/calendar/local-date'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { parseOverview, type OverviewView } from '@/domain/tasks/overview-view'
import { loadMessages } from '@/i18n/load-messages'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { listDirectives } from '@/server/directives/list-directives'
import { countTasks } from '@/server/tasks/count-tasks'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import { readOverview, type Overview } from './get-overview'

const acknowledged = { status: 'in_progress' as const, acknowledgedAt: NOW }
const WEEKS_AGO = { dispatchedOn: fromLocalDate('2020-02-10') }

/** Two directives in force and a closed one, with tasks of every light, some that count nowhere, and parts of provinces. */
beforeAll(async () => {
  const { db, org } = await testWorld()
  const inForce = { status: 'in_force' as const, inForceAt: NOW }
  const directives = [
    await buildDirective(inForce),
    await buildDirective(inForce),
    await buildDirective({ status: 'closed', inForceAt: NOW, closedAt: NOW }),
  ]
  const units = ['relief', 'elderly', 'north'] as const
  for (let n = 0; n < 24; n++) {
    const dueOn = fromLocalDate(addDays('2020-04-02', n * 4))
    const running = n % 4 !== 0
    await buildDispatchedTask(
      [
        { unit: units[n % 3] ?? 'relief', data: running ? acknowledged : {} },
        { unit: n % 2 ? 'south' : 'children', data: n % 5 ? {} : { status: 'waived' } },
      ],
      {
        directiveId: directives[n % 3]?.id,
        status: running ? 'in_progress' : 'dispatched',
        dueOn,
        originalDueOn: dueOn,
        // A task that went out today is on course, whatever is left to do.
        ...(n % 5 === 1 && n > 5 ? {} : WEEKS_AGO),
      },
    )
  }
  const directiveId = directives[2]?.id
  for (const completedOn of ['2020-04-09', '2020-07-09'] as const) {
    const closed = { completedAt: NOW, completedOn: fromLocalDate(completedOn), ...WEEKS_AGO }
    await buildDispatchedTask([{ unit: 'relief' }], { directiveId, status: 'completed', ...closed })
  }
  // These count nowhere: drafts, waiting for approval, suspended, terminated, owned by a unit.
  const never = { dispatchedAt: null, dispatchedOn: null }
  await buildDispatchedTask([{ unit: 'south' }], { directiveId, status: 'awaiting_approval', ...never })
  await buildDispatchedTask([{ unit: 'south' }], {
    directiveId,
    status: 'draft',
    submittedAt: null,
    ...never,
  })
  await buildDispatchedTask([{ unit: 'south' }], {
    directiveId,
    status: 'suspended',
    statusBeforeSuspension: 'in_progress',
  })
  await buildDispatchedTask([{ unit: 'south' }], { directiveId, status: 'terminated' })
  const parent = await db.assignment.findFirstOrThrow({
    where: { unitId: org.unitIds.relief, part: 'lead', task: { directiveId } },
    select: { id: true },
  })
  const own = { officeOwned: false, ownerUnitId: org.unitIds.relief, parentAssignmentId: parent.id }
  await buildDispatchedTask([{ unit: 'south' }], { directiveId, ...own })
  const all = await db.task.findMany({ select: { id: true } })
  await refreshTasks(
    await ctxOf('officer'),
    all.map((task) => task.id),
  )
})

/** The blocks of the page as they are drawn, in English. */
async function draw(ctx: Ctx, overview: Overview, view: OverviewView): Promise<string> {
  const { figures, history, offCourse, provinces } = overview
  const { total, directives, inForce } = figures
  const { today } = ctx
  const messages = await loadMessages('en')
  const page = h(
    Fragment,
    null,
    h(OverviewSentence, { today, inForce, figures: total, limits: ctx.settings, history }),
    h(OffCourseList, { rows: offCourse, off: total.off, risk: total.risk }),
    h(OverviewWeeks, { view, today, figures, history }),
    h(OverviewDumbbells, { rows: directives }),
    h(ProvinceTiles, { tiles: provinces }),
  )
  const provider = { locale: 'en', timeZone: 'Asia/Shanghai', messages, children: page }
  return renderToStaticMarkup(h(NextIntlClientProvider, provider))
}

/** Every figure with the address behind it. */
function figuresIn(html: string): { href: string; count: number }[] {
  return [...html.matchAll(/<a\b[^>]*>/g)].flatMap(([tag]) => {
    const href = /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&')
    const count = /data-count="(\d+)"/.exec(tag)?.[1]
    return href && count ? [{ href, count: Number(count) }] : []
  })
}

const readTheOverview = (ctx: Ctx) => readOverview(ctx, parseOverview({}, ctx.today))

describe('the overview', () => {
  for (const account of ['leader', 'office-head', 'officer', 'inspector']) {
    it(`shows the ${account} no number but that of the list behind it`, async () => {
      const ctx = await ctxOf(account)
      const drawn = await Promise.all(
        (['directive', 'unit'] as const).map(async (by) => {
          const view = parseOverview({ by }, ctx.today)
          return draw(ctx, await readOverview(ctx, view), view)
        }),
      )
      const shown = drawn.flatMap(figuresIn)
      expect(shown.length).toBeGreaterThan(80)
      for (const { href, count } of shown) {
        const address = new URL(href, 'http://x')
        const behind =
          address.pathname === '/directives'
            ? (await listDirectives(ctx, { view: 'in_force' })).total
            : await countTasks(ctx, parseLedgerFilter(Object.fromEntries(address.searchParams)))
        expect([href, count]).toEqual([href, behind])
      }
    }, 60_000)
  }

  it('adds up: by directive, by unit and by light alike', async () => {
    const { figures, total, offCourse } = await readTheOverview(await ctxOf('leader'))
    const sum = (rows: readonly (typeof figures.total)[]) =>
      rows.reduce((all, row) => all + row.off + row.risk + row.ok + row.idle + row.done + row.late, 0)
    expect(total).toBe(26)
    expect(Object.values(figures.total).every((count) => count > 0)).toBe(true)
    expect(sum(figures.directives)).toBe(total)
    expect(sum(figures.units)).toBe(total)
    expect(figures.total).toMatchObject({ done: 1, late: 1 })
    const names = offCourse.map((row) => row.light?.name)
    expect(names).toEqual([...names].sort())
    expect(offCourse).toHaveLength(8)
  })

  it('reads figures and rows as of one moment, whatever is written meanwhile', async () => {
    const { db } = await testWorld()
    const { readSnapshot } = await import('@/server/snapshot')
    const ctx = await ctxOf('leader')
    const filter = parseLedgerFilter({ view: 'all', light: 'off,risk,ok,idle,done,late' })
    const counts = await readSnapshot(ctx, async (now) => {
      const before = await countTasks(now, filter)
      await db.task.updateMany({ where: { light: 'ok' }, data: { light: null } })
      return [before, await countTasks(now, filter)]
    })
    expect(counts[0]).toBe(counts[1])
    expect(await countTasks(ctx, filter)).toBeLessThan(counts[0] ?? 0)
    const write = readSnapshot(ctx, (now) => now.tx.task.updateMany({ data: { light: null } }))
    await expect(write).rejects.toThrow(/read-only/)
  })
})
