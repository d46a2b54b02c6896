import { z } from 'zod'
import { DAY_STATES, fitsWeekday, stateOf, withDay, type DayState } from '@/domain/calendar/calendar-change'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { yearOf } from '@/domain/calendar/local-date'
import { invalid } from '@/domain/errors'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { applyCalendar, openCalendar } from '@/server/org/apply-calendar'
import { calendarEffect } from '@/server/org/calendar-effect'
import { reasonField } from '@/server/org/form-fields'

/** A day of a published year, and what it is: off, made up, or as the day of the week says. */
export const checkCalendarDaySchema = z.object({
  on: localDateSchema,
  state: z.enum(DAY_STATES, { error: 'calendar.state_missing' }),
  name: z.string().trim().max(30, { error: 'calendar.name_too_long' }).default(''),
  version: z.coerce.number().int().min(0),
})
/** The same with why. */
export const correctCalendarDaySchema = checkCalendarDaySchema.extend({ reason: reasonField })

type Input = z.output<typeof checkCalendarDaySchema>

/** What a correction would do today; throws as the correction does. */
export async function checkCalendarDay(ctx: Ctx, input: Input) {
  assertMay(ctx.actor, 'calendar.manage')
  const { on, state, name } = input
  assertFits(ctx, input)
  return { on, state, name, effect: await calendarEffect(ctx, withDay(ctx.calendar, on, state)) }
}

/**
 * Puts one day right; limits that wait move, lights turn. Throws conflict, invalid (`calendar.name_missing`, `calendar.state_unfit`)
 * and refused (`calendar.year_unpublished`, `calendar.nothing_changed`).
 */
export async function correctCalendarDay(ctx: Ctx, input: z.output<typeof correctCalendarDaySchema>) {
  const as = assertMay(ctx.actor, 'calendar.manage')
  const { on, state, version, reason } = input
  const year = yearOf(on)
  const opened = await openCalendar(ctx, year, version)
  assertFits(opened, input)
  const dayOn = fromLocalDate(on)
  const kept = await ctx.tx.calendarDay.findUnique({ where: { dayOn }, select: { name: true } })
  const name = state === 'rule' ? '' : input.name
  if (state === stateOf(opened.calendar, on) && name === (kept?.name ?? ''))
    failRefused('calendar.nothing_changed')
  await ctx.tx.calendarDay.deleteMany({ where: { dayOn } })
  if (state !== 'rule')
    await ctx.tx.calendarDay.create({
      data: { dayOn, year, isWorking: state === 'working', name },
      select: { dayOn: true },
    })
  await ctx.tx.calendarYear.update({
    where: { year },
    data: { version: { increment: 1 } },
    select: { year: true },
  })
  const before = { day: on, state: stateOf(opened.calendar, on) as string, name: kept?.name ?? '' }
  const next = withDay(opened.calendar, on, state)
  const { limits } = await applyCalendar(opened, {
    year,
    next,
    before,
    after: { day: on, state, name, reason },
    as,
  })
  return { year, limits }
}

function assertFits(
  ctx: Pick<Ctx, 'calendar'>,
  { on, state, name }: { on: Input['on']; state: DayState; name: string },
) {
  if (!ctx.calendar.published.has(yearOf(on))) failRefused('calendar.year_unpublished', { year: yearOf(on) })
  if (!fitsWeekday(state, on)) throw invalid([{ path: 'state', code: 'calendar.state_unfit' }])
  if (state !== 'rule' && name === '') throw invalid([{ path: 'name', code: 'calendar.name_missing' }])
}
