import type { Month, Requests } from '@/domain/org/burden'
import type { Ctx } from '@/server/context'

/** What a unit is asked for in a month, and for how many open assignments: the denominator beside the number. */
export type UnitRequests = Requests & { unitId: string; openAssignments: number }

/**
 * 负担 counted from the rows: slips sent to a unit in the month, periodic reports and answers of slips that fall due in it; of all
 * units that carry anything, or of those named. A slip is one request however many tasks; periods come from the job's rows.
 */
export async function countRequests(
  ctx: Pick<Ctx, 'tx'>,
  { fromOn, toOn }: Month,
  unitIds?: readonly string[],
): Promise<UnitRequests[]> {
  const all = unitIds === undefined
  const ids = [...(unitIds ?? [])]
  const rows = await ctx.tx.$queryRaw<
    { unit_id: string; urges: number; reports: number; answers: number; open_assignments: number }[]
  >`
    WITH asked AS (
      SELECT s.unit_id, 'urge' AS kind FROM urge_slips s WHERE s.sent_on BETWEEN ${fromOn}::date AND ${toOn}::date
      UNION ALL SELECT s.unit_id, 'answer' FROM urge_slips s WHERE s.answer_by_on BETWEEN ${fromOn}::date AND ${toOn}::date
      UNION ALL SELECT a.unit_id, 'report' FROM report_periods p JOIN assignments a ON a.id = p.assignment_id
        WHERE p.due_on BETWEEN ${fromOn}::date AND ${toOn}::date AND p.excused_at IS NULL
      UNION ALL SELECT a.unit_id, 'open' FROM assignments a JOIN tasks t ON t.id = a.task_id
        WHERE a.status IN ('awaiting_acknowledgement', 'acknowledged', 'in_progress', 'reported_done')
          AND t.status IN ('dispatched', 'in_progress', 'under_review')
    )
    SELECT unit_id, count(*) FILTER (WHERE kind = 'urge')::int AS urges, count(*) FILTER (WHERE kind = 'report')::int AS reports,
      count(*) FILTER (WHERE kind = 'answer')::int AS answers, count(*) FILTER (WHERE kind = 'open')::int AS open_assignments
    FROM asked WHERE ${all} OR unit_id = ANY(${ids}::uuid[]) GROUP BY unit_id ORDER BY unit_id`
  return rows.map(({ unit_id, open_assignments, ...counts }) => ({
    unitId: unit_id,
    ...counts,
    openAssignments: open_assignments,
  }))
}
