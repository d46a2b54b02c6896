import type { LocalDate } from '@/domain/calendar/local-date'
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
    // Working days are counted by the calendar, not by the database.
    const own = figures.filter(
      (figure) => figure !== 'working_days_to_complete' && figureSql(figure, ctx.today).source === source,
    )
    if (own.length === 0) return
    for (const row of await countSource(ctx, source, own, asked))
      for (const figure of own) {
        const [numerator, of] = [Number(row[`${figure}_n`]), Number(row[`${figure}_d`])]
        put(row.unit, figure, row.month, { numerator, denominator: figure === 'requests' ? 1 : of })
      }
  }
  const workingDays = async () => {
    if (!figures.includes('working_days_to_complete')) return
    for (const { unit, month, days, count } of await readWorkingDays(ctx, asked))
      put(unit, 'working_days_to_complete', month, { numerator: days, denominator: count })
  }
  await Promise.all([workingDays(), ...SOURCES.map(countOf)])
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
  const byDay = figures.flatMap((figure) => {
    const { of, counts, sum } = figureSql(figure, ctx.today)
    const numerator = sum ?? Prisma.sql`1`
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
      FROM (${sourceSql(ctx, source, asked)} ${source === 'parts' ? Prisma.sql`OFFSET 0` : Prisma.empty}) s GROUP BY 1, 2) d
    GROUP BY 1, 2`
}

/** Working days from dispatch to acceptance, summed: the days are counted once for each pair of dates, by the calendar. */
async function readWorkingDays(ctx: Ctx, asked: MetricsAsked) {
  const { of } = figureSql('working_days_to_complete', ctx.today)
  const pairs = await ctx.tx.$queryRaw<{ unit: string; from_on: string; to_on: string; count: number }[]>`
    SELECT s.unit_id::text AS unit, s.month_on::text AS from_on, s.completed_on::text AS to_on, count(*)::int AS count
    FROM (${sourceSql(ctx, 'parts', asked)}) s WHERE ${of} GROUP BY 1, 2, 3`
  const sums = new Map<string, { unit: string; month: string; days: number; count: number }>()
  for (const { unit, from_on, to_on, count } of pairs) {
    const month = from_on.slice(0, 7)
    const sum = sums.get(unit + month) ?? { unit, month, days: 0, count: 0 }
    const days = workingDaysBetween(from_on as LocalDate, to_on as LocalDate, ctx.calendar)
    sums.set(unit + month, { ...sum, days: sum.days + days * count, count: sum.count + count })
  }
  return sums.values()
}
