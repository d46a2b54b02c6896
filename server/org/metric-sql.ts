import type { LocalDate } from '@/domain/calendar/local-date'
import type { UnitFigure } from '@/domain/org/unit-figures'
import { RUNNING_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/** Of which units, and of what was given to them (of burdens: asked of them) from one day to another, both counted. */
export type MetricsAsked = { unitIds: readonly string[]; fromOn: LocalDate; toOn: LocalDate }

/** Where the cases of a figure come from: a row each, with `unit_id`, `month_on` (the day that says its month), `id`, `task_id`. */
export type CaseSource = 'parts' | 'reports' | 'periods' | 'requests' | 'sent_reports'

/** Which rows a figure is about and which of them it counts; where `sum` stands, the numerator is its sum and not their number. */
export type FigureSql = { source: CaseSource; of: Prisma.Sql; counts: Prisma.Sql; sum?: Prisma.Sql }

/** The definitions of domain/tasks/metrics.ts over the rows of the sources: counted and listed by the same conditions, so that every number equals its list. */
export function figureSql(figure: UnitFigure, today: LocalDate): FigureSql {
  const day = Prisma.sql`${today}::date`
  const all = Prisma.sql`TRUE`
  switch (figure) {
    case 'acknowledged_on_time':
      return {
        source: 'parts',
        of: Prisma.sql`acknowledged_on IS NOT NULL OR acknowledge_due_on < ${day}`,
        counts: Prisma.sql`acknowledged_on <= acknowledge_due_on`,
      }
    case 'completed_on_time':
      return {
        source: 'parts',
        of: Prisma.sql`counts AND due_on IS NOT NULL AND (completed_on IS NOT NULL OR due_on < ${day})`,
        counts: Prisma.sql`completed_on <= due_on`,
      }
    case 'overdue':
      return {
        source: 'parts',
        of: Prisma.sql`counts AND completed_on IS NULL`,
        counts: Prisma.sql`due_on < ${day}`,
      }
    case 'extensions_per_task':
      return { source: 'parts', of: all, counts: Prisma.sql`extensions > 0`, sum: Prisma.sql`extensions` }
    case 'working_days_to_complete':
      return { source: 'parts', of: Prisma.sql`completed_on IS NOT NULL`, counts: all }
    case 'reported_on_time':
      return {
        source: 'periods',
        of: Prisma.sql`submitted_on IS NOT NULL OR due_on < ${day}`,
        counts: Prisma.sql`submitted_on <= due_on`,
      }
    case 'returned':
      return {
        source: 'reports',
        of: Prisma.sql`decision IS NOT NULL`,
        counts: Prisma.sql`decision = 'return'`,
      }
    case 'accepted_first_time':
      return {
        source: 'reports',
        of: Prisma.sql`seq = 1 AND decision IS NOT NULL`,
        counts: Prisma.sql`decision = 'accept'`,
      }
    case 'verified':
      return {
        source: 'reports',
        of: Prisma.sql`decision = 'accept'`,
        counts: Prisma.sql`basis <> 'not_verified'`,
      }
    case 'requests':
      return { source: 'requests', of: all, counts: all }
    case 'overlapping':
      return { source: 'requests', of: Prisma.sql`kind = 'report'`, counts: Prisma.sql`asked_twice` }
    case 'shared_reports':
      return { source: 'sent_reports', of: all, counts: Prisma.sql`serves > 1` }
  }
}

/** The rows of a source. What was given counts in the month in which it was given, a request in the month in which it falls. */
export function sourceSql(ctx: Pick<Ctx, 'settings'>, source: CaseSource, asked: MetricsAsked): Prisma.Sql {
  const { zone } = ctx.settings
  const units = Prisma.sql`${[...asked.unitIds]}::uuid[]`
  const within = Prisma.sql`BETWEEN ${asked.fromOn}::date AND ${asked.toOn}::date`
  // Instants are compared as instants: of a date made of them the database does not know how many rows it means, and plans badly.
  const from = Prisma.sql`(${asked.fromOn}::date::timestamp AT TIME ZONE ${zone})`
  const until = Prisma.sql`((${asked.toOn}::date + 1)::timestamp AT TIME ZONE ${zone})`
  const given = Prisma.sql`
    SELECT a.id, a.unit_id, a.task_id, t.office_owned, (a.dispatched_at AT TIME ZONE ${zone})::date AS month_on, a.acknowledge_due_on,
      (a.acknowledged_at AT TIME ZONE ${zone})::date AS acknowledged_on, CASE WHEN t.kind <> 'ongoing' THEN a.due_on END AS due_on,
      CASE WHEN a.status = 'accepted' THEN (a.accepted_at AT TIME ZONE ${zone})::date END AS completed_on,
      a.status = 'accepted' OR (a.status <> 'waived' AND t.status::text = ANY(${[...RUNNING_TASK_STATUSES]}::text[])) AS counts,
      t.extension_count AS extensions
    FROM assignments a JOIN tasks t ON t.id = a.task_id
    WHERE a.unit_id = ANY(${units}) AND a.status <> 'replaced' AND t.office_owned AND a.dispatched_at >= ${from} AND a.dispatched_at < ${until}`
  switch (source) {
    case 'parts':
      return given
    case 'reports':
      return Prisma.sql`
        SELECT r.id, g.unit_id, g.task_id, g.month_on, r.seq, w.decision::text AS decision, w.basis::text AS basis,
          (r.submitted_at AT TIME ZONE ${zone})::date AS submitted_on
        FROM (${given}) g JOIN reports r ON r.assignment_id = g.id AND r.status IN ('submitted', 'accepted', 'returned')
          LEFT JOIN reviews w ON w.id = r.review_id`
    case 'periods':
      return Prisma.sql`
        SELECT p.id, g.unit_id, g.task_id, g.month_on, p.due_on, (r.submitted_at AT TIME ZONE ${zone})::date AS submitted_on
        FROM (${given}) g JOIN report_periods p ON p.assignment_id = g.id AND p.excused_at IS NULL
          LEFT JOIN reports r ON r.id = p.report_id AND r.status IN ('submitted', 'accepted', 'returned')`
    case 'requests':
      return requestsSql(units, within)
    case 'sent_reports':
      return Prisma.sql`
        SELECT r.id, a.unit_id, a.task_id, (r.submitted_at AT TIME ZONE ${zone})::date AS month_on, (r.submitted_at AT TIME ZONE ${zone})::date AS submitted_on,
          1 + coalesce(c.copies, 0) AS serves
        FROM assignments a JOIN reports r ON r.assignment_id = a.id AND r.status IN ('submitted', 'accepted', 'returned') AND r.shared_from_id IS NULL
          LEFT JOIN (SELECT shared_from_id, count(*) AS copies FROM reports
            WHERE shared_from_id IS NOT NULL AND status IN ('submitted', 'accepted', 'returned') GROUP BY 1) c ON c.shared_from_id = r.id
        WHERE a.unit_id = ANY(${units}) AND r.submitted_at >= ${from} AND r.submitted_at < ${until}`
  }
}

/** As server/org/count-requests.ts counts them; a report overlaps where the unit owes another of the same requirement in the same month. */
function requestsSql(units: Prisma.Sql, within: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.unit_id, NULL::uuid AS task_id, s.no AS slip_no, 'urge' AS kind, s.sent_on AS month_on, FALSE AS asked_twice
      FROM urge_slips s WHERE s.unit_id = ANY(${units}) AND s.sent_on ${within}
    UNION ALL SELECT md5(s.id::text)::uuid, s.unit_id, NULL, s.no, 'answer', s.answer_by_on, FALSE
      FROM urge_slips s WHERE s.unit_id = ANY(${units}) AND s.answer_by_on ${within}
    UNION ALL SELECT p.id, a.unit_id, a.task_id, NULL, 'report', p.due_on, EXISTS (
        SELECT FROM requirement_members m JOIN requirement_members o ON o.group_id = m.group_id AND o.task_id <> m.task_id
          JOIN assignments b ON b.task_id = o.task_id AND b.unit_id = a.unit_id AND b.status <> 'replaced'
          JOIN report_periods q ON q.assignment_id = b.id AND q.excused_at IS NULL AND date_trunc('month', q.due_on) = date_trunc('month', p.due_on)
        WHERE m.task_id = a.task_id)
      FROM assignments a JOIN report_periods p ON p.assignment_id = a.id AND p.excused_at IS NULL
      WHERE a.unit_id = ANY(${units}) AND p.due_on ${within}`
}
