import type { Figure } from '@/domain/bulletins/content'
import { hasDenominator, isCaseFigure, numeratorQueryOf } from '@/domain/bulletins/figures'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { casesSql, conditionOf } from '@/server/bulletins/count-figures'
import { ledgerSource } from '@/server/tasks/ledger-sql'

type Kept = { bulletinId: string; version: number; figures: readonly Figure[] }

const LIGHT = Prisma.sql`CASE WHEN t.light = 'done' AND t.completed_late THEN 'late' ELSE t.light::text END`

/**
 * 定稿冻结: keeps the rows behind every figure, a task once with the figures that count it; then counts the rows kept, so that a frozen
 * value is the number of its rows even while others work on. Returns the figures with these values.
 */
export async function keepRows(ctx: Ctx, kept: Kept): Promise<Figure[]> {
  const tasks = kept.figures.filter((one) => !isCaseFigure(one.name))
  if (tasks.length > 0) await keepTasks(ctx, kept, tasks)
  const cases = kept.figures.filter((one) => isCaseFigure(one.name))
  if (cases.length > 0) await keepCases(ctx, kept, cases)
  const rows = await ctx.tx.$queryRaw<{ id: string; d: number; n: number }[]>`
    SELECT f.id, count(*)::int AS d, count(*) FILTER (WHERE f.id = ANY(r.counted))::int AS n
    FROM bulletin_rows r CROSS JOIN LATERAL unnest(r.figures) AS f(id)
    WHERE r.bulletin_id = ${kept.bulletinId}::uuid AND r.version = ${kept.version} GROUP BY 1`
  const found = new Map(rows.map((row) => [row.id, row]))
  return kept.figures.map((one) => {
    const { d = 0, n = 0 } = found.get(one.id) ?? {}
    const ratio = hasDenominator(one.name)
    return { ...one, value: ratio ? n : d, outOf: ratio ? d : null, was: null, asOf: ctx.now.toISOString() }
  })
}

async function keepTasks(ctx: Ctx, { bulletinId, version }: Kept, figures: readonly Figure[]) {
  const { from, rule } = ledgerSource(ctx)
  const when = (query: string, id: string) =>
    Prisma.sql`CASE WHEN ${conditionOf(ctx, query)} THEN ${id}::text END`
  const ratios = figures.filter((one) => hasDenominator(one.name))
  const counted =
    ratios.length === 0
      ? Prisma.sql`'{}'::text[]`
      : Prisma.sql`array_remove(ARRAY[${Prisma.join(ratios.map((one) => when(numeratorQueryOf(one.name, one.query), one.id)))}], NULL)`
  await ctx.tx.$executeRaw`
    INSERT INTO bulletin_rows (id, bulletin_id, version, task_id, task_no, title, unit_id, light, due_on, figures, counted)
    SELECT gen_random_uuid(), ${bulletinId}::uuid, ${version}::int, k.* FROM (
      SELECT t.id AS task_id, t.no, t.title, t.lead_unit_id, ${LIGHT} AS light, t.due_on,
        array_remove(ARRAY[${Prisma.join(figures.map((one) => when(one.query, one.id)))}], NULL) AS figures, ${counted} AS counted
      FROM ${from} WHERE ${rule}) k WHERE cardinality(k.figures) > 0`
}

async function keepCases(ctx: Ctx, { bulletinId, version }: Kept, figures: readonly Figure[]) {
  const each = figures.map(
    (one) =>
      Prisma.sql`SELECT ${one.id}::text AS figure, c.task_id, c.unit_id, c.counted FROM (${casesSql(ctx, one)}) c`,
  )
  await ctx.tx.$executeRaw`
    INSERT INTO bulletin_rows (id, bulletin_id, version, task_id, task_no, title, unit_id, light, due_on, figures, counted)
    SELECT gen_random_uuid(), ${bulletinId}::uuid, ${version}::int, t.id, t.no, t.title, k.unit_id, ${LIGHT}, t.due_on,
      ARRAY[k.figure], CASE WHEN k.counted THEN ARRAY[k.figure] ELSE '{}'::text[] END
    FROM (${Prisma.join(each, ' UNION ALL ')}) k JOIN tasks t ON t.id = k.task_id`
}
