// Every number that a page counts is the number of the rows behind its link, for every role and its scope (screens.md §19.10).
import { NextIntlClientProvider } from 'next-intl'
import { createElement as h, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { PaperView } from '@/components/documents/paper-view'
import { FigureDrawer } from '@/components/bulletins/figure-drawer'
import { DeskView } from '@/components/notifications/desk-view'
import { UnitFigureTables } from '@/components/org/unit-figure-table'
import { OffCourseList } from '@/components/tasks/off-course-list'
import { OverviewSentence } from '@/components/tasks/overview-sentence'
import { OverviewWeeks } from '@/components/tasks/overview-weeks'
import { ProvinceTiles } from '@/components/tasks/province-tiles'
import { addDays } from '@/domain/calendar/local-date'
import { parseCases } from '@/domain/org/unit-cases'
import { UNIT_FIGURES } from '@/domain/org/unit-figures'
import { can } from '@/domain/permissions/policy'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { parseOverview } from '@/domain/tasks/overview-view'
import { loadMessages } from '@/i18n/load-messages'
import { draftBulletin } from '@/server/bulletins/draft-bulletin'
import { freezeBulletin } from '@/server/bulletins/freeze-bulletin'
import { getBulletin } from '@/server/bulletins/get-bulletin'
import { listFigureRows } from '@/server/bulletins/list-figure-rows'
import { makePaper } from '@/server/documents/make-paper'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { listDirectives } from '@/server/directives/list-directives'
import { getAllChanges, getAllDuties, getDesk } from '@/server/notifications/get-desk'
import { listUnitCases } from '@/server/org/list-unit-cases'
import { listUnitFigures } from '@/server/org/list-unit-figures'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { countTasks } from '@/server/tasks/count-tasks'
import { readOverview } from '@/server/tasks/get-overview'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from './factories'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

/** Thirty tasks of four units in two directives, of every light; some acknowledged by command, so that the desk has news. */
beforeAll(async () => {
  const { db } = await testWorld()
  const inForce = { status: 'in_force' as const, inForceAt: NOW }
  const directives = [await buildDirective(inForce), await buildDirective(inForce)]
  const units = ['relief', 'elderly', 'north', 'south'] as const
  for (let n = 0; n < 30; n++) {
    const dueOn = fromLocalDate(addDays('2020-04-02', n * 3))
    const running = n % 3 !== 0
    await buildDispatchedTask(
      [
        {
          unit: units[n % 4] ?? 'relief',
          data: running ? { status: 'in_progress', acknowledgedAt: NOW } : {},
        },
        { unit: n % 2 ? 'north-city' : 'children' },
      ],
      {
        ...{ directiveId: directives[n % 2]?.id, status: running ? 'in_progress' : 'dispatched' },
        ...{ dueOn, originalDueOn: dueOn, dispatchedOn: fromLocalDate('2020-02-10') },
        ...(n % 7 === 1
          ? { status: 'completed', completedAt: NOW, completedOn: fromLocalDate('2020-04-10') }
          : {}),
      },
    )
  }
  const all = await db.task.findMany({ select: { id: true } })
  await refreshTasks(
    await ctxOf('officer'),
    all.map((task) => task.id),
  )
  const waiting = await db.assignment.findMany({
    where: { status: 'awaiting_acknowledgement', unit: { code: 'relief' } },
    select: { id: true, version: true },
  })
  for (const { id, version } of waiting)
    await acknowledgeAssignment(await ctxOf('relief-liaison'), { assignmentId: id, version })
  await draftBulletins()
}, 120_000)

/** One bulletin that is written (its figures live), one that is frozen (its rows kept); both account for the month. */
async function draftBulletins() {
  const { db } = await testWorld()
  const period = { period: 'this_month' as const }
  const input = { language: 'zh-CN' as const, title: '', directive: [], lead: [], ...period }
  const { no } = await runAs('officer', draftBulletin, input)
  const { id, version } = await db.bulletin.findUniqueOrThrow({ where: { no } })
  await runAs('officer', freezeBulletin, { bulletinId: id, version })
  await runAs('officer', draftBulletin, input)
}

/** The figures that the drawer offers for the one, and those on the page of the other. */
async function bulletinBlocks(ctx: Ctx): Promise<ReactNode[]> {
  const frozen = await makePaper(ctx, { kind: 'bulletin', no: 'B1' }, 'zh-CN')
  const { offered } = await getBulletin(ctx, 2)
  const drawer = { units: [], language: 'zh-CN' as const, insert: () => undefined }
  return [h(PaperView, { document: frozen }), ...(offered ? [h(FigureDrawer, { offered, ...drawer })] : [])]
}

/** The blocks with numbers of the pages that this person has. */
async function pagesOf(ctx: Ctx): Promise<ReactNode[]> {
  const { today } = ctx
  const desk = await getDesk(ctx, { since: 'week' })
  const acknowledge = async () => ({ status: 'idle' as const })
  const pages: ReactNode[] = [h(DeskView, { desk, since: 'week', today, acknowledge })]
  if (can(ctx.actor, 'overview.read'))
    for (const by of ['directive', 'unit'] as const) {
      const view = parseOverview({ by }, today)
      const { figures, history, offCourse, provinces } = await readOverview(ctx, view)
      const { inForce, total } = figures
      pages.push(
        h(OverviewSentence, { today, inForce, figures: total, limits: ctx.settings, history }),
        h(OffCourseList, { rows: offCourse, off: total.off, risk: total.risk }),
        h(OverviewWeeks, { view, today, figures, history }),
        h(ProvinceTiles, { tiles: provinces }),
      )
    }
  if (can(ctx.actor, 'unit.read_figures'))
    pages.push(h(UnitFigureTables, { rows: (await listUnitFigures(ctx)).rows }))
  if (can(ctx.actor, 'bulletin.draft')) pages.push(...(await bulletinBlocks(ctx)))
  return pages
}

async function numbersOf(ctx: Ctx) {
  const messages = await loadMessages('zh-CN')
  const children = h(Fragment, null, ...(await pagesOf(ctx)))
  const html = renderToStaticMarkup(
    h(NextIntlClientProvider, { locale: 'zh-CN', timeZone: 'Asia/Shanghai', messages, children }),
  )
  const found = [...html.matchAll(/<a\b[^>]*>/g)].flatMap(([tag]) => {
    const href = /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&').split('#')[0]
    const count = /data-count="(\d+)"/.exec(tag)?.[1]
    // A figure that is a sum of its rows is looked into beside its own page: server/org/unit-cases.test.tsx.
    return href && count && !tag.includes('data-sum') ? [{ href, count: Number(count) }] : []
  })
  return [...new Map(found.map((one) => [`${one.href} ${one.count}`, one])).values()]
}

/** The rows behind an address, counted where they are listed. */
async function rowsBehind(ctx: Ctx, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://x')
  const query = Object.fromEntries(searchParams)
  const [, page, code = '', name] = pathname.split('/')
  if (page === 'tasks') return countTasks(ctx, parseLedgerFilter(query))
  if (page === 'bulletins')
    return (await listFigureRows(ctx, Number(code.slice(1)), pathname.split('/')[4] ?? '', null)).total
  if (page === 'directives') return (await listDirectives(ctx, { view: 'in_force' })).total
  if (page === 'desk' && query.all === 'do') return (await getAllDuties(ctx, undefined)).rows.length
  if (page === 'desk') {
    const { since, event } = query
    const { rows } = await getAllChanges(ctx, { since, event })
    return rows.length
  }
  const figure = UNIT_FIGURES.find((one) => one === name)
  if (page !== 'units' || !figure) throw new Error(`Nobody knows what stands behind ${href}`)
  return (await listUnitCases(ctx, code, { figure, ...parseCases(query, ctx.today) })).total
}

const LEAST: Readonly<Record<string, number>> = {
  leader: 60,
  'office-head': 60,
  officer: 60,
  inspector: 60,
  'relief-head': 5,
  'relief-liaison': 5,
  'north-head': 5,
  'south-liaison': 5,
}

describe('every number', () => {
  for (const [account, least] of Object.entries(LEAST))
    it(`that the ${account} is shown is that of the rows behind it`, async () => {
      const ctx = await ctxOf(account)
      const numbers = await numbersOf(ctx)
      expect(numbers.length).toBeGreaterThanOrEqual(least)
      const behind = await Promise.all(
        numbers.map(async ({ href }) => [href, await rowsBehind(ctx, href)] as const),
      )
      expect(numbers.map(({ href, count }) => [href, count])).toEqual(behind)
    }, 60_000)

  for (const account of ['sysadmin', 'secadmin', 'auditor'])
    it(`is of no task for the ${account}, who sees no business data`, async () => {
      expect(await numbersOf(await ctxOf(account))).toEqual([])
    })
})
