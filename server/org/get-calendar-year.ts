import { missingYear } from '@/domain/calendar/calendar-change'
import { yearOf } from '@/domain/calendar/local-date'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { CALENDAR_ID } from '@/server/org/apply-calendar'

const SHOWN = 12

/** A year of the calendar with its days, all published years, the year that should be there by now, and the last changes. Throws forbidden. */
export async function getCalendarYear(ctx: Ctx, asked: number | null) {
  assertMay(ctx.actor, 'calendar.manage')
  const year = asked ?? yearOf(ctx.today)
  const [years, days, entries] = await Promise.all([
    ctx.tx.calendarYear.findMany({
      orderBy: { year: 'asc' },
      select: { year: true, source: true, version: true },
    }),
    ctx.tx.calendarDay.findMany({
      where: { year },
      orderBy: { dayOn: 'asc' },
      select: { dayOn: true, isWorking: true, name: true },
    }),
    ctx.tx.auditEntry.findMany({
      where: { entityId: CALENDAR_ID, event: 'calendar.changed' },
      orderBy: { id: 'desc' },
      take: SHOWN,
      select: { id: true, at: true, actorName: true, value: { select: { before: true, after: true } } },
    }),
  ])
  const published = new Set(years.map((one) => one.year))
  const of = years.find((one) => one.year === year)
  return {
    year,
    published: of !== undefined,
    source: of?.source ?? '',
    version: of?.version ?? 0,
    years: [...published],
    missing: missingYear(ctx.today, { published }),
    days: days.map(({ dayOn, ...day }) => ({ on: toLocalDate(dayOn), ...day })),
    history: entries.map(({ id, at, actorName, value }) => ({
      id,
      at: at.toISOString(),
      by: actorName,
      after: textsOf(value?.after),
    })),
  }
}
/** What `getCalendarYear` hands to its page. */
export type CalendarYearView = Awaited<ReturnType<typeof getCalendarYear>>

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (typeof one === 'object' ? [] : [[key, String(one)]])),
  )
}
