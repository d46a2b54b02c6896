import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { figuresBefore, lastMondays, noFigures, type LightTurn } from '@/domain/tasks/light-history'
import type { LightFigures, OverviewLight } from '@/domain/tasks/overview-lights'
import type { TaskStatus } from '@/domain/tasks/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { startOfDay, toLocalDateOrNull } from '@/server/dates'
import { COUNTED, shownLightSql } from '@/server/tasks/counted'
import { taskScopeOf, visibleTasksSql } from '@/server/tasks/scope'

/** The instant up to which a day is looked at: its last millisecond (the next day's first turns lights), of today the moment of the request. */
export function endOfDay(ctx: Pick<Ctx, 'now' | 'today' | 'settings'>, day: LocalDate): Date {
  if (day >= ctx.today) return ctx.now
  return new Date(startOfDay(addDays(day, 1), ctx.settings.zone).getTime() - 1)
}

/** How `tasks t` stood at an instant, to be joined as `stood`: one row of task_standings, none before the task went out. */
export function stoodSql(until: Date, task: Prisma.Sql = Prisma.sql`t`): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (SELECT h.* FROM task_standings h WHERE h.task_id = ${task}.id AND h.at <= ${until}
    ORDER BY h.at DESC, h.id DESC LIMIT 1) stood ON TRUE`
}

/** How a task stood: `light` null while it was suspended or terminated, figures in points, `at` since when. */
export type Stood = {
  status: TaskStatus
  light: OverviewLight | null
  leadUnitId: string | null
  dueOn: LocalDate | null
  claimed: number
  verified: number
  at: Date
}

/** How each of these tasks stood at the end of a day, of those that the actor may read; what had not gone out is not in it. */
export async function lightsOn(
  ctx: Ctx,
  day: LocalDate,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, Stood>> {
  const rows = await ctx.tx.$queryRaw<(Omit<Stood, 'dueOn'> & { id: string; dueOn: Date | null })[]>`
    SELECT t.id, stood.status::text AS status, stood.light::text AS light, stood.lead_unit_id AS "leadUnitId", stood.due_on AS "dueOn",
      stood.claimed, stood.verified, stood.at
    FROM tasks t ${stoodSql(endOfDay(ctx, day))}
    WHERE t.id = ANY(${[...taskIds]}::uuid[]) AND stood.id IS NOT NULL AND ${readable(ctx)}`
  return new Map(
    rows.map(({ id, dueOn, ...row }) => [id, { ...row, dueOn: toLocalDateOrNull(dueOn) }] as const),
  )
}

/** What lights are counted by: all together, per directive (its number), per lead unit of that day (its code). */
export type LightsBy = 'all' | 'directive' | 'unit'

/** Of one directive or unit (`key` is empty for all together): the figures at the end of each day asked for, and now. */
export type LightSeries = { key: string; now: LightFigures; on: readonly LightFigures[] }

const KEYS: Record<LightsBy, (lead: Prisma.Sql) => Prisma.Sql> = {
  all: () => Prisma.sql`''`,
  directive: () => Prisma.sql`t.directive_id::text`,
  unit: (lead) => Prisma.sql`${lead}::text`,
}
const NAMES: Record<LightsBy, Prisma.Sql> = {
  all: Prisma.sql`''`,
  directive: Prisma.sql`(SELECT d.no::text FROM directives d WHERE d.id = g.key::uuid)`,
  unit: Prisma.sql`(SELECT u.code FROM units u WHERE u.id = g.key::uuid)`,
}

/**
 * How many of the office's own tasks stood where at the end of each of some days, oldest first: what the overview counts, as
 * of then. Told backwards from the kept lights, so that history and today always agree; one query, which reads only what
 * changed since the first of the days.
 */
export async function countLightsOn(
  ctx: Ctx,
  days: readonly LocalDate[],
  by: LightsBy = 'all',
): Promise<LightSeries[]> {
  const ends = days.map((day) => endOfDay(ctx, day).toISOString())
  const own = Prisma.sql`t.office_owned AND ${readable(ctx)}`
  const keyOf = (lead: string) => KEYS[by](Prisma.raw(lead))
  // A row at the very instant of an end belongs to that day, hence the microsecond; those before all days cancel out.
  const points = Prisma.sql`width_bucket(h.at - interval '1 microsecond', ${ends}::timestamptz[])`
  const changes = Prisma.sql`FROM task_standings h JOIN tasks t ON t.id = h.task_id WHERE h.at > ${ends[0] ?? ctx.now.toISOString()}::timestamptz
    AND (h.light, h.lead_unit_id) IS DISTINCT FROM (h.was_light, h.was_lead_unit_id) AND ${own}`
  const rows = await ctx.tx.$queryRaw<Turned[]>`
    SELECT ${NAMES[by]} AS key, g.light::text AS light, g.points, g.by FROM (
      SELECT c.key, c.light, c.points, sum(c.by)::int AS by FROM (
        SELECT ${keyOf('t.lead_unit_id')} AS key, ${shownLightSql(Prisma.sql`t`)} AS light, -1 AS points, 1 AS by FROM tasks t WHERE ${COUNTED} AND ${own}
        UNION ALL SELECT ${keyOf('h.lead_unit_id')}, h.light, ${points}, 1 ${changes}
        UNION ALL SELECT ${keyOf('h.was_lead_unit_id')}, h.was_light, ${points}, -1 ${changes}) c
      WHERE c.light IS NOT NULL AND c.key IS NOT NULL GROUP BY 1, 2, 3) g WHERE g.by <> 0`
  const of = new Map<string, Turned[]>()
  for (const row of rows) of.set(row.key, [...(of.get(row.key) ?? []), row])
  return [...of].map(([key, turned]) => seriesOf(key, turned, days.length))
}

type Turned = LightTurn & { key: string }

/** The same on the Mondays of so many weeks, the last of them this week's. */
export async function lightSeries(ctx: Ctx, weeks: number, by: LightsBy = 'all') {
  const mondays = lastMondays(ctx.today, weeks)
  return { mondays, series: await countLightsOn(ctx, mondays, by) }
}

function seriesOf(key: string, rows: readonly Turned[], days: number): LightSeries {
  const now = noFigures()
  for (const { points, light, by } of rows) if (points < 0) now[light] += by
  const turns = rows.filter(({ points }) => points >= 0)
  return { key, now, on: figuresBefore(now, turns, days) }
}

/** The office, leaders and discipline read all; for everybody else what they may not read was not there. */
function readable(ctx: Ctx): Prisma.Sql {
  return taskScopeOf(ctx.actor).all ? Prisma.sql`TRUE` : visibleTasksSql(ctx.actor)
}
