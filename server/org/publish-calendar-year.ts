import { z } from 'zod'
import { withYear } from '@/domain/calendar/calendar-change'
import { weekday, type LocalDate } from '@/domain/calendar/local-date'
import { exceptionsAmong, readYearNotice, type NamedDay } from '@/domain/calendar/year-notice'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { applyCalendar, openCalendar } from '@/server/org/apply-calendar'
import { calendarEffect } from '@/server/org/calendar-effect'
import { reasonField } from '@/server/org/form-fields'

/** A year, and its holiday notice as published or one day a line. */
export const checkCalendarYearSchema = z.object({
  year: z.coerce.number().int().min(2000).max(2199),
  notice: z
    .string()
    .trim()
    .min(1, { error: 'calendar.notice_missing' })
    .max(20_000, { error: 'calendar.notice_too_long' }),
})
/** The same with the source, and why. */
export const publishCalendarYearSchema = checkCalendarYearSchema.extend({ reason: reasonField })

/** How a notice was read: every day with its weekday (1 Monday to 7), what cannot be read, and what it would do today. */
export async function checkCalendarYear(
  ctx: Ctx,
  { year, notice }: z.output<typeof checkCalendarYearSchema>,
) {
  assertMay(ctx.actor, 'calendar.manage')
  const { days, problems } = readYearNotice(notice, year)
  const effect = await calendarEffect(ctx, withYear(ctx.calendar, year, exceptionsAmong(days)))
  return { year, notice, problems, days: days.map(withWeekday), ...countsOf(days), effect }
}

/**
 * Publishes a year by its notice. A year that is published is put right day by day. Throws refused (`calendar.already_published`,
 * `calendar.notice_unread` while a line cannot be read) and conflict.
 */
export async function publishCalendarYear(ctx: Ctx, input: z.output<typeof publishCalendarYearSchema>) {
  const as = assertMay(ctx.actor, 'calendar.manage')
  const { year, notice, reason } = input
  if (await ctx.tx.calendarYear.findUnique({ where: { year }, select: { year: true } }))
    failRefused('calendar.already_published', { year })
  const opened = await openCalendar(ctx, year, 0)
  const { days, problems } = readYearNotice(notice, year)
  if (problems.length > 0) failRefused('calendar.notice_unread', { count: problems.length })
  const kept = exceptionsAmong(days)
  await ctx.tx.calendarYear.create({ data: { year, source: reason }, select: { year: true } })
  await ctx.tx.calendarDay.createMany({
    data: kept.map(({ on, isWorking, name }) => ({ dayOn: fromLocalDate(on), year, isWorking, name })),
  })
  const after = {
    published: true,
    ...countsOf(days),
    days: days.map(({ on, isWorking }) => `${on}${isWorking ? '+' : ''}`),
    reason,
  }
  await applyCalendar(opened, {
    year,
    next: withYear(opened.calendar, year, kept),
    before: { published: false },
    after,
    as,
  })
  return { year }
}

const withWeekday = (day: NamedDay): NamedDay & { weekday: number; on: LocalDate } => ({
  ...day,
  weekday: weekday(day.on),
})

const countsOf = (days: readonly NamedDay[]) => ({
  daysOff: days.filter((day) => !day.isWorking).length,
  makeUps: days.filter((day) => day.isWorking).length,
})
