import type { Figure } from '@/domain/bulletins/content'
import { valueKey, type Value } from '@/domain/bulletins/compose-draft'
import { hasDenominator, isCaseFigure, numeratorQueryOf, type CaseFigure } from '@/domain/bulletins/figures'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { figureSql } from '@/server/org/metric-sql'
import { filterSql, ledgerSource, ledgerWhere } from '@/server/tasks/ledger-sql'

type Counted = Pick<Figure, 'id' | 'name' | 'query'>

/** Columns of one statement; the database allows some 1,600. */
const AT_ONCE = 500

/**
 * What the figures count now, by `valueKey`: by the conditions of the ledger itself, all of one statement, so that parts add up to
 * their total. Cases (parts acknowledged, reports reviewed) in a second one.
 */
export async function countFigures(ctx: Ctx, figures: readonly Counted[]): Promise<Map<string, Value>> {
  const each = [...new Map(figures.map((one) => [valueKey(one), one])).values()]
  const tasks = each.filter((one) => !isCaseFigure(one.name)).slice(0, AT_ONCE)
  const values = new Map<string, Value>()
  if (tasks.length > 0) {
    const { from, rule } = ledgerSource(ctx)
    const count = (query: string, name: string) =>
      Prisma.sql`count(*) FILTER (WHERE ${conditionOf(ctx, query)})::int AS ${Prisma.raw(name)}`
    const columns = tasks.flatMap((one, at) => [
      ...(hasDenominator(one.name) ? [count(one.query, `d${at}`)] : []),
      count(numeratorQueryOf(one.name, one.query), `n${at}`),
    ])
    const [row] = await ctx.tx.$queryRaw<Record<string, number>[]>`
      SELECT ${Prisma.join(columns)} FROM ${from} WHERE ${rule}`
    for (const [at, one] of tasks.entries())
      values.set(valueKey(one), {
        value: row?.[`n${at}`] ?? 0,
        outOf: hasDenominator(one.name) ? (row?.[`d${at}`] ?? 0) : null,
      })
  }
  const cases = each.filter((one) => isCaseFigure(one.name))
  if (cases.length > 0) {
    const counts = cases.map(
      (
        one,
        at,
      ) => Prisma.sql`SELECT ${at}::int AS at, count(*)::int AS d, count(*) FILTER (WHERE c.counted)::int AS n
        FROM (${casesSql(ctx, one)}) c`,
    )
    const rows = await ctx.tx.$queryRaw<{ at: number; d: number; n: number }[]>(
      Prisma.join(counts, ' UNION ALL '),
    )
    for (const { at, d, n } of rows) {
      const one = cases[at]
      if (one) values.set(valueKey(one), { value: n, outOf: d })
    }
  }
  return values
}

/** The condition of an address on `tasks t`. */
export function conditionOf(ctx: Ctx, query: string): Prisma.Sql {
  return Prisma.sql`(${filterSql(ctx, parseLedgerQuery(query))})`
}

/**
 * The cases of a figure: `(id, task_id, unit_id, counted)`. Parts that the office itself gave out and their reports, of the tasks of the
 * address; of lead units where it names some. Definitions: domain/tasks/metrics.ts.
 */
export function casesSql(ctx: Ctx, { name, query }: Counted): Prisma.Sql {
  const filter = parseLedgerQuery(query)
  const { from, where } = ledgerWhere(ctx, filter)
  const { of, counts } = figureSql(name as CaseFigure, ctx.today)
  const parts = Prisma.sql`assignments a WHERE a.status <> 'replaced' AND a.parent_assignment_id IS NULL
    AND a.task_id IN (SELECT t.id FROM ${from} WHERE ${where})
    ${filter.lead.length > 0 ? Prisma.sql`AND a.part = 'lead'` : Prisma.empty}`
  const source =
    name === 'returned'
      ? Prisma.sql`SELECT r.id, a.task_id, a.unit_id, w.decision::text AS decision
          FROM (SELECT a.* FROM ${parts}) a JOIN reports r ON r.assignment_id = a.id JOIN reviews w ON w.id = r.review_id`
      : Prisma.sql`SELECT a.id, a.task_id, a.unit_id, a.acknowledge_due_on,
          (a.acknowledged_at AT TIME ZONE ${ctx.settings.zone})::date AS acknowledged_on FROM ${parts}`
  return Prisma.sql`SELECT s.id, s.task_id, s.unit_id, coalesce(${counts}, FALSE) AS counted FROM (${source}) s WHERE (${of})`
}

/** The figures with what they count now; a figure without a value keeps the one it has. */
export function withValues(
  figures: readonly Figure[],
  values: ReadonlyMap<string, Value>,
  now: Date,
): Figure[] {
  return figures.map((one) => {
    const found = values.get(valueKey(one))
    if (!found) return one
    const changed = found.value !== one.value || found.outOf !== one.outOf
    const was = changed ? { value: one.value, outOf: one.outOf } : null
    return { ...one, ...found, was, asOf: now.toISOString() }
  })
}
