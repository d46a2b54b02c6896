import type { LocalDate } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import type { Metric, Ratio } from '@/domain/tasks/metrics'
import { RUNNING_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'

/** The figures of domain.md §5 that are a unit's own; each with both of its numbers. */
export const UNIT_METRICS = [
  'acknowledged_on_time',
  'reported_on_time',
  'completed_on_time',
  'overdue',
  'returned',
  'accepted_first_time',
  'verified',
  'extensions_per_task',
  'working_days_to_complete',
] as const satisfies readonly Metric[]
/** One of `UNIT_METRICS`. */
export type UnitMetric = (typeof UNIT_METRICS)[number]

/** Of which units, and of what was given to them from one day to another, both counted. */
export type MetricsAsked = { unitIds: readonly string[]; fromOn: LocalDate; toOn: LocalDate }

/**
 * The figures of many units at once, of the office's own tasks; in two statements, however many units and tasks. Definitions: domain/tasks/metrics.ts;
 * a test holds the two together. A unit that was given nothing has zero of zero.
 */
export async function readUnitMetrics(
  ctx: Ctx,
  { unitIds, fromOn, toOn }: MetricsAsked,
): Promise<Map<string, Record<UnitMetric, Ratio>>> {
  const { zone } = ctx.settings
  const rows = await ctx.tx.$queryRaw<({ unit: string } & Record<string, number | string>)[]>`
    WITH given AS (
      SELECT a.id, a.unit_id, a.acknowledge_due_on, (a.acknowledged_at AT TIME ZONE ${zone})::date AS acknowledged_on,
        CASE WHEN t.kind <> 'ongoing' THEN a.due_on END AS due_on,
        CASE WHEN a.status = 'accepted' THEN (a.accepted_at AT TIME ZONE ${zone})::date END AS completed_on,
        a.status = 'accepted' OR (a.status <> 'waived' AND t.status::text = ANY(${[...RUNNING_TASK_STATUSES]}::text[])) AS counts,
        t.extension_count
      FROM assignments a JOIN tasks t ON t.id = a.task_id
      WHERE a.unit_id = ANY(${[...unitIds]}::uuid[]) AND a.status <> 'replaced' AND t.office_owned
        AND (a.dispatched_at AT TIME ZONE ${zone})::date BETWEEN ${fromOn}::date AND ${toOn}::date
    ), sent AS (
      SELECT g.unit_id, r.seq, w.decision::text AS decision, w.basis::text AS basis, p.due_on,
        (r.submitted_at AT TIME ZONE ${zone})::date AS submitted_on
      FROM given g JOIN reports r ON r.assignment_id = g.id AND r.status IN ('submitted', 'accepted', 'returned')
        LEFT JOIN reviews w ON w.id = r.review_id LEFT JOIN report_periods p ON p.report_id = r.id
    ), parts AS (
      SELECT unit_id,
        count(*) FILTER (WHERE acknowledged_on <= acknowledge_due_on) AS acknowledged,
        count(*) FILTER (WHERE acknowledged_on IS NOT NULL OR acknowledge_due_on < ${ctx.today}::date) AS to_acknowledge,
        count(*) FILTER (WHERE counts AND completed_on <= due_on) AS in_time,
        count(*) FILTER (WHERE counts AND due_on IS NOT NULL AND (completed_on IS NOT NULL OR due_on < ${ctx.today}::date)) AS to_complete,
        count(*) FILTER (WHERE counts AND completed_on IS NULL AND due_on < ${ctx.today}::date) AS late,
        count(*) FILTER (WHERE counts AND completed_on IS NULL) AS open,
        sum(extension_count) AS extensions, count(*) AS tasks
      FROM given GROUP BY unit_id
    ), said AS (
      SELECT unit_id,
        count(*) FILTER (WHERE submitted_on <= due_on) AS punctual, count(due_on) AS due,
        count(*) FILTER (WHERE decision = 'return') AS returned, count(decision) AS reviewed,
        count(*) FILTER (WHERE seq = 1 AND decision = 'accept') AS first_accepted, count(decision) FILTER (WHERE seq = 1) AS first_reviewed,
        count(*) FILTER (WHERE decision = 'accept' AND basis <> 'not_verified') AS verified,
        count(*) FILTER (WHERE decision = 'accept') AS accepted
      FROM sent GROUP BY unit_id
    )
    SELECT parts.unit_id::text AS unit, acknowledged::int, to_acknowledge::int, in_time::int, to_complete::int, late::int, open::int,
      extensions::int, tasks::int, coalesce(punctual, 0)::int AS punctual, coalesce(due, 0)::int AS due, coalesce(returned, 0)::int AS returned,
      coalesce(reviewed, 0)::int AS reviewed, coalesce(first_accepted, 0)::int AS first_accepted,
      coalesce(first_reviewed, 0)::int AS first_reviewed, coalesce(verified, 0)::int AS verified, coalesce(accepted, 0)::int AS accepted
    FROM parts LEFT JOIN said ON said.unit_id = parts.unit_id`
  const days = await readWorkingDays(ctx, { unitIds, fromOn, toOn })
  const byUnit = new Map(rows.map((row) => [row.unit, row]))
  return new Map(unitIds.map((id) => [id, ratiosOf(byUnit.get(id) ?? {}, days.get(id))]))
}

function ratiosOf(counts: Record<string, number | string>, days?: Ratio): Record<UnitMetric, Ratio> {
  const of = (numerator: string, denominator: string): Ratio => ({
    numerator: Number(counts[numerator] ?? 0),
    denominator: Number(counts[denominator] ?? 0),
  })
  return {
    acknowledged_on_time: of('acknowledged', 'to_acknowledge'),
    reported_on_time: of('punctual', 'due'),
    completed_on_time: of('in_time', 'to_complete'),
    overdue: of('late', 'open'),
    returned: of('returned', 'reviewed'),
    accepted_first_time: of('first_accepted', 'first_reviewed'),
    verified: of('verified', 'accepted'),
    extensions_per_task: of('extensions', 'tasks'),
    working_days_to_complete: days ?? { numerator: 0, denominator: 0 },
  }
}

/** Working days from dispatch to acceptance, summed: the days are counted once for each pair of dates, by the calendar. */
async function readWorkingDays(
  ctx: Ctx,
  { unitIds, fromOn, toOn }: MetricsAsked,
): Promise<Map<string, Ratio>> {
  const { zone } = ctx.settings
  const pairs = await ctx.tx.$queryRaw<{ unit: string; from_on: string; to_on: string; count: number }[]>`
    SELECT a.unit_id::text AS unit, (a.dispatched_at AT TIME ZONE ${zone})::date::text AS from_on,
      (a.accepted_at AT TIME ZONE ${zone})::date::text AS to_on, count(*)::int AS count
    FROM assignments a JOIN tasks t ON t.id = a.task_id
    WHERE a.unit_id = ANY(${[...unitIds]}::uuid[]) AND a.status = 'accepted' AND a.accepted_at IS NOT NULL AND t.office_owned
      AND (a.dispatched_at AT TIME ZONE ${zone})::date BETWEEN ${fromOn}::date AND ${toOn}::date
    GROUP BY 1, 2, 3`
  const sums = new Map<string, Ratio>()
  for (const { unit, from_on, to_on, count } of pairs) {
    const sum = sums.get(unit) ?? { numerator: 0, denominator: 0 }
    const days = workingDaysBetween(from_on as LocalDate, to_on as LocalDate, ctx.calendar)
    sums.set(unit, { numerator: sum.numerator + days * count, denominator: sum.denominator + count })
  }
  return sums
}
