import { rounded } from '@/domain/indicators/target-path'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

type Fed = {
  id: string
  registerId: string | null
  registerMeasure: string | null
  registerColumn: string | null
}

/** What the registers come to for each indicator that they feed, by part of the task: rows counted, or a column's numbers summed. One query an indicator's register. */
export async function registerFigures(ctx: Ctx, indicators: readonly Fed[]) {
  const fed = indicators.filter((one) => one.registerId !== null)
  const figures = new Map<string, Map<string, number>>()
  if (fed.length === 0) return figures
  const asked = fed.map(({ id, registerId, registerMeasure, registerColumn }) => ({
    id,
    register_id: registerId,
    measure: registerMeasure ?? 'rows',
    col: registerColumn,
  }))
  const rows = await ctx.tx.$queryRaw<{ id: string; assignment_id: string; value: number }[]>(Prisma.sql`
    SELECT v.id, r.assignment_id, CASE WHEN v.col IS NULL THEN count(*)::float8
      ELSE coalesce(sum((r."values" ->> v.col)::float8), 0) END AS value
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS v(id uuid, register_id uuid, measure text, col text)
    JOIN register_rows r ON r.register_id = v.register_id AND r.state <> 'withdrawn' AND (v.measure = 'rows' OR r.state::text = v.measure)
    GROUP BY v.id, v.col, r.assignment_id`)
  for (const { id, assignment_id, value } of rows)
    figures.set(id, (figures.get(id) ?? new Map<string, number>()).set(assignment_id, rounded(value)))
  return figures
}
