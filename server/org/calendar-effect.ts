import { acknowledgeDueOn, refuseDueOn } from '@/domain/calendar/acknowledge-limit'
import type { LocalDate } from '@/domain/calendar/local-date'
import { isWorkingDay, type WorkingCalendar } from '@/domain/calendar/working-days'
import type { Urgency } from '@/domain/calendar/acknowledge-limit'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { settingsEffect, type LightTurn } from '@/server/org/settings-effect'

type Limit = { id: string; acknowledge: LocalDate; refuse: LocalDate }
type Row = { id: string; at: Date; urgency: Urgency; acknowledge: Date; refuse: Date }

/** What a changed calendar does, in numbers alone: administrators see no business. */
export type CalendarEffect = { turns: LightTurn[]; limits: number; restDays: number }

/** Limits for acknowledging and refusing that the calendar moves: of assignments that still wait, as they were reckoned at dispatch. */
export async function movedLimits(ctx: Ctx, next: WorkingCalendar): Promise<Limit[]> {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT a.id, a.dispatched_at AS at, d.urgency::text AS urgency, a.acknowledge_due_on AS acknowledge, a.refuse_due_on AS refuse
    FROM assignments a JOIN tasks t ON t.id = a.task_id JOIN directives d ON d.id = t.directive_id
    WHERE a.status = 'awaiting_acknowledgement' AND t.status IN ('dispatched', 'in_progress', 'suspended')`
  return rows.flatMap((row) => {
    const limit = (calendar: WorkingCalendar) => ({
      acknowledge: acknowledgeDueOn(row.at, row.urgency, ctx.settings, calendar),
      refuse: refuseDueOn(row.at, ctx.settings, calendar),
    })
    const [was, is] = [limit(ctx.calendar), limit(next)]
    const acknowledge = toLocalDate(row.acknowledge)
    const refuse = toLocalDate(row.refuse)
    // A limit that was set under other settings stays as it was told to the unit.
    const moved = {
      acknowledge: acknowledge === was.acknowledge ? is.acknowledge : acknowledge,
      refuse: refuse === was.refuse ? is.refuse : refuse,
    }
    return moved.acknowledge === acknowledge && moved.refuse === refuse ? [] : [{ id: row.id, ...moved }]
  })
}

/** The effect of another calendar today: lights that turn, limits that move, open dates that come to lie on a day off. */
export async function calendarEffect(ctx: Ctx, next: WorkingCalendar): Promise<CalendarEffect> {
  const [{ turns }, limits, dates] = await Promise.all([
    settingsEffect(ctx, ctx.settings, next),
    movedLimits(ctx, next),
    ctx.tx.$queryRaw<{ on: Date; count: number }[]>`
      SELECT due_on AS on, count(*)::int AS count FROM tasks
      WHERE status IN ('dispatched', 'in_progress', 'under_review') AND due_on >= ${ctx.today}::date GROUP BY due_on`,
  ])
  const restDays = dates
    .filter(({ on }) => isWorkingDay(toLocalDate(on), ctx.calendar) && !isWorkingDay(toLocalDate(on), next))
    .reduce((sum, { count }) => sum + count, 0)
  return { turns, limits: limits.length, restDays }
}
