import { z } from 'zod'
import { withoutYear } from '@/domain/calendar/calendar-change'
import { yearOf } from '@/domain/calendar/local-date'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { applyCalendar, openCalendar } from '@/server/org/apply-calendar'
import { reasonField, versionField } from '@/server/org/form-fields'

/** Which year, the version that was seen, and why. */
export const withdrawCalendarYearSchema = z.object({
  year: z.coerce.number().int(),
  version: versionField,
  reason: reasonField,
})

/** Takes a publication back that was made by mistake: only of a year to come in which nothing falls due. Throws refused `calendar.year_used`. */
export async function withdrawCalendarYear(ctx: Ctx, input: z.output<typeof withdrawCalendarYearSchema>) {
  const as = assertMay(ctx.actor, 'calendar.manage')
  const { year, version, reason } = input
  const opened = await openCalendar(ctx, year, version)
  if (year <= yearOf(ctx.today) || (await isUsed(ctx, year))) failRefused('calendar.year_used', { year })
  await ctx.tx.calendarDay.deleteMany({ where: { year } })
  await ctx.tx.calendarYear.delete({ where: { year }, select: { year: true } })
  const next = withoutYear(opened.calendar, year)
  await applyCalendar(opened, {
    year,
    next,
    before: { published: true },
    after: { published: false, reason },
    as,
  })
  return { year }
}

/** True where a date in the year was set while it was published, or counts on from it. */
async function isUsed(ctx: Pick<Ctx, 'tx'>, year: number): Promise<boolean> {
  const [row] = await ctx.tx.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT FROM tasks WHERE due_on >= make_date(${year}, 1, 1) AND dispatched_at IS NOT NULL)
      OR EXISTS (SELECT FROM assignments WHERE acknowledge_due_on >= make_date(${year}, 1, 1) OR due_on >= make_date(${year}, 1, 1)) AS used`
  return row?.used ?? true
}
