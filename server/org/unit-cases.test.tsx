import { NextIntlClientProvider } from 'next-intl'
import { createElement as h, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { UnitCharts } from '@/components/org/unit-charts'
import { UnitFigureTables } from '@/components/org/unit-figure-table'
import { addDays } from '@/domain/calendar/local-date'
import { parseCases } from '@/domain/org/unit-cases'
import { UNIT_FIGURES, type UnitFigure } from '@/domain/org/unit-figures'
import { loadMessages } from '@/i18n/load-messages'
import { fromLocalDate } from '@/server/dates'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'
import type { Ctx } from '@/server/context'
import { listUnitCases } from './list-unit-cases'
import { getUnitFigures, listUnitFigures } from './list-unit-figures'

const on = fromLocalDate
const DAY = 86_400_000

/** Twelve tasks over four months, led by three units: late and punctual, extended, returned, verified, with periods and slips. */
beforeAll(async () => {
  const { db, org } = await testWorld()
  const directiveId = (await buildDirective({ status: 'in_force', inForceAt: NOW })).id
  const office = { reviewerId: org.personIds.officer ?? '' }
  for (let n = 0; n < 12; n++) {
    const unit = (['relief', 'elderly', 'north'] as const)[n % 3] ?? 'relief'
    const sentAt = new Date(NOW.getTime() - (n % 4) * 30 * DAY)
    const sentOn = addDays('2020-04-10', -(n % 4) * 30)
    const done = n % 2 === 0
    const task = await buildDispatchedTask(
      [
        {
          unit,
          dueOn: addDays(sentOn, 20),
          data: {
            dispatchedAt: sentAt,
            acknowledgeDueOn: on(addDays(sentOn, 1)),
            acknowledgedAt: new Date(sentAt.getTime() + (n % 3) * DAY),
            status: done ? 'accepted' : 'in_progress',
            acceptedAt: done ? new Date(sentAt.getTime() + (15 + n) * DAY) : null,
          },
        },
      ],
      { directiveId, status: 'in_progress', extensionCount: n % 3, dispatchedOn: on(sentOn) },
    )
    const [part] = task.assignments
    if (!part) continue
    const by = org.personIds[`${unit}-head`] ?? ''
    for (const seq of [1, 2]) {
      const report = await db.report.create({
        data: {
          ...{
            assignmentId: part.id,
            seq,
            claimedProgress: 50,
            done: '已做',
            writtenById: by,
            submittedById: by,
          },
          ...{ status: seq === 1 && n % 4 === 1 ? 'returned' : 'accepted', submittedAt: sentAt },
        },
      })
      await db.review.create({
        data: {
          ...{ ...office, reportId: report.id, decision: report.status === 'returned' ? 'return' : 'accept' },
          ...(report.status === 'returned' ? { returnKind: 'doubtful', reason: '数字不符' } : {}),
          ...(report.status === 'accepted'
            ? { verifiedProgress: 40, basis: n % 2 ? 'visit' : 'not_verified' }
            : {}),
        },
      })
      const dueOn = on(addDays(sentOn, seq === 1 ? 0 : -2))
      await db.reportPeriod.create({
        data: {
          ...{
            assignmentId: part.id,
            n: seq,
            startsOn: on(addDays(sentOn, -seq)),
            endsOn: dueOn,
            dueOn,
            openedAt: NOW,
          },
          ...(n % 5 ? { reportId: report.id, servedOn: on(sentOn) } : {}),
        },
      })
    }
    await db.urgeSlip.create({
      data: {
        unitId: org.unitIds[unit] ?? '',
        senderUnitId: org.unitIds.office ?? '',
        sentById: org.personIds.officer,
        ...{ level: 1, text: '请反馈', sentAt, sentOn: on(sentOn), answerByOn: on(addDays(sentOn, 2)) },
      },
    })
  }
})

async function draw(ctx: Ctx): Promise<string> {
  const { rows } = await listUnitFigures(ctx)
  const { unit, months } = await getUnitFigures(ctx, 'relief')
  const children = h(Fragment, null, h(UnitFigureTables, { rows }), h(UnitCharts, { unit, months }))
  const messages = await loadMessages('en')
  return renderToStaticMarkup(
    h(NextIntlClientProvider, { locale: 'en', timeZone: 'Asia/Shanghai', messages, children }),
  )
}

/** Every figure with the list behind it: how many rows, or what they add up to. */
function figuresIn(html: string) {
  return [...html.matchAll(/<a\b[^>]*>/g)].flatMap(([tag]) => {
    const href = /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&')
    const count = /data-count="(\d+)"/.exec(tag)?.[1]
    return href && count ? [{ href, count: Number(count), sums: tag.includes('data-sum') }] : []
  })
}

async function behind(ctx: Ctx, href: string, sums: boolean): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://x')
  const [, , code = '', name] = pathname.split('/')
  const figure = UNIT_FIGURES.find((one): one is UnitFigure => one === name)
  if (!figure) throw new Error(href)
  const asked = parseCases(Object.fromEntries(searchParams), ctx.today)
  const cases = await listUnitCases(ctx, code, { figure, ...asked })
  return sums ? cases.rows.reduce((sum, row) => sum + (row.amount ?? 0), 0) : cases.total
}

describe('the figures of units', () => {
  it('are each the length or the sum of the list behind them', async () => {
    const ctx = await ctxOf('officer')
    const drawn = figuresIn(await draw(ctx))
    // A figure that stands twice is looked up once.
    const shown = [...new Map(drawn.map((one) => [`${one.href} ${one.count}`, one])).values()]
    expect(shown.length).toBeGreaterThan(80)
    const found = await Promise.all(
      shown.map(async ({ href, sums }) => [href, await behind(ctx, href, sums)] as const),
    )
    expect(found).toEqual(shown.map(({ href, count }) => [href, count]))
  }, 60_000)

  it('are shown in the order of the organisation, and of units that were asked for something alone', async () => {
    const { rows } = await listUnitFigures(await ctxOf('leader'))
    expect(rows.map((row) => row.code)).toEqual(['relief', 'elderly', 'north'])
    const relief = rows[0]?.figures
    expect(relief?.acknowledged_on_time.total.denominator).toBe(4)
    expect(relief?.requests.total).toEqual({
      numerator: relief?.requests.months.reduce((sum, one) => sum + (one?.numerator ?? 0), 0),
      denominator: 12,
    })
    expect(
      (relief?.returned.total.denominator ?? 0) + (relief?.extensions_per_task.total.denominator ?? 0),
    ).toBeGreaterThan(8)
  })

  it("are the unit's own for its people: no other unit exists for them", async () => {
    const ctx = await ctxOf('relief-liaison')
    expect((await listUnitFigures(ctx)).rows.map((row) => row.code)).toEqual(['relief'])
    await expect(getUnitFigures(ctx, 'elderly')).rejects.toMatchObject({ kind: 'not_found' })
    const asked = { figure: 'overdue' as const, ...parseCases({}, ctx.today) }
    await expect(listUnitCases(ctx, 'elderly', asked)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await getUnitFigures(await ctxOf('north-head'), 'north-city')).unit.code).toBe('north-city')
  })
})
