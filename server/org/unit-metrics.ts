import { addDays, daysBetween } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { BURDENS, UNIT_FIGURES, type UnitFigure, type UnitMetric } from '@/domain/org/unit-figures'
import { UNIT_METRICS } from '@/domain/tasks/metrics'
import { sumRatios, type Ratio } from '@/domain/tasks/metrics'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { figureSql, sourceSql, type CaseSource, type MetricsAsked } from '@/server/org/metric-sql'

/** A unit's figures month by month ('YYYY-MM'); a month without a case is missing. */
export type UnitMonths = Record<UnitFigure, ReadonlyMap<string, Ratio>>

const SOURCES = ['parts', 'reports', 'periods', 'requests', 'sent_reports'] as const

type Counted = { unit: string; month: string } & Record<string, number | string>

/**
 * The figures of many units at once, of the office's own tasks, month by month; one statement a source, however many units and
 * tasks. Definitions: domain/tasks/metrics.ts; a test holds the two together. Of requests the denominator is the month: one.
 */
export async function readUnitMonths(
  ctx: Ctx,
  asked: MetricsAsked,
  figures: readonly UnitFigure[] = UNIT_FIGURES,
): Promise<Map<string, UnitMonths>> {
  const found = new Map(asked.unitIds.map((id) => [id, emptyMonths()]))
  const put = (unit: string, figure: UnitFigure, month: string, ratio: Ratio) =>
    ratio.denominator > 0 && found.get(unit)?.[figure].set(month, ratio)
  const countOf = async (source: CaseSource) => {
    const own = figures.filter((figure) => figureSql(figure, ctx.today).source === source)
    if (own.length === 0) return
    for (const row of await countSource(ctx, source, own, asked))
      for (const figure of own) {
        const [numerator, of] = [Number(row[`${figure}_n`]), Number(row[`${figure}_d`])]
        put(row.unit, figure, row.month, { numerator, denominator: figure === 'requests' ? 1 : of })
      }
  }
  await Promise.all(SOURCES.map(countOf))
  return found
}

/** The same over the whole time asked for. A unit that was given nothing has zero of zero. */
export async function readUnitMetrics(
  ctx: Ctx,
  asked: MetricsAsked,
): Promise<Map<string, Record<UnitMetric, Ratio>>> {
  const months = await readUnitMonths(ctx, asked, UNIT_METRICS)
  return new Map(
    [...months].map(([unit, of]) => [
      unit,
      Object.fromEntries(
        UNIT_METRICS.map((metric) => [metric, sumRatios([...of[metric].values()])]),
      ) as Record<UnitMetric, Ratio>,
    ]),
  )
}

function emptyMonths() {
  return Object.fromEntries(
    [...UNIT_METRICS, ...BURDENS].map((figure) => [figure, new Map<string, Ratio>()]),
  ) as Record<UnitFigure, Map<string, Ratio>>
}

/** First by day, of which there are few, then by month: what is worked out of a row is worked out once. */
function countSource(ctx: Ctx, source: CaseSource, figures: readonly UnitFigure[], asked: MetricsAsked) {
  const days = figures.includes('working_days_to_complete')
  const byDay = figures.flatMap((figure) => {
    const { of, counts, sum } = figureSql(figure, ctx.today)
    const numerator = figure === 'working_days_to_complete' ? WORKING_DAYS : (sum ?? Prisma.sql`1`)
    return [
      Prisma.sql`sum(${numerator}) FILTER (WHERE (${of}) AND (${counts})) AS ${Prisma.raw(`${figure}_n`)}`,
      Prisma.sql`count(*) FILTER (WHERE ${of}) AS ${Prisma.raw(`${figure}_d`)}`,
    ]
  })
  const columns = figures
    .flatMap((figure) => [`${figure}_n`, `${figure}_d`])
    .map((column) => Prisma.raw(`coalesce(sum(d.${column}), 0)::int AS ${column}`))
  return ctx.tx.$queryRaw<Counted[]>`
    SELECT d.unit_id::text AS unit, to_char(d.month_on, 'YYYY-MM') AS month, ${Prisma.join(columns)}
    FROM (SELECT s.unit_id, s.month_on, ${Prisma.join(byDay)}
      FROM (${sourceSql(ctx, source, asked)} ${source === 'parts' ? Prisma.sql`OFFSET 0` : Prisma.empty}) s
      ${days ? workingDaysSql(ctx, asked) : Prisma.empty} GROUP BY 1, 2) d
    GROUP BY 1, 2`
}

const WORKING_DAYS = Prisma.sql`until.worked - since.worked`

/** The days go on for so many after today: a clock may have been ahead. */
const BEYOND = 366

/** The worked days up to each day, by the calendar: those between two days are their difference. No part was given before, or completed after, the days that are there. */
function workingDaysSql({ calendar, today }: Ctx, { fromOn, toOn }: MetricsAsked): Prisma.Sql {
  const last = addDays(toOn > today ? toOn : today, BEYOND)
  const days = Array.from({ length: daysBetween(fromOn, last) + 1 }, (_, at) => addDays(fromOn, at))
  const worked = days.map((day) => workingDaysBetween(fromOn, day, calendar))
  const table = Prisma.sql`unnest(${days}::date[], ${worked}::int[])`
  return Prisma.sql`LEFT JOIN ${table} AS since (day_on, worked) ON since.day_on = s.month_on
      LEFT JOIN ${table} AS until (day_on, worked) ON until.day_on = s.completed_on`
}
