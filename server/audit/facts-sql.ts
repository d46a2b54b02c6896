import { FACT_LIMITS, type Fact } from '@/domain/audit/facts'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/** A review that its reviewer took back within seconds says nothing of how the work was reviewed. */
const STANDS = Prisma.sql`NOT EXISTS (SELECT FROM review_corrections c WHERE c.review_id = w.id)`

const reviews = (columns: { from: Prisma.Sql; to: Prisma.Sql }, where: Prisma.Sql) => Prisma.sql`
  SELECT w.id, w.reviewed_at AS at, a.task_id, a.unit_id, p.name AS by, p.name_en AS by_en, ${columns.from} AS was, ${columns.to} AS now
  FROM reviews w JOIN reports r ON r.id = w.report_id JOIN assignments a ON a.id = r.assignment_id JOIN people p ON p.id = w.reviewer_id
  WHERE ${STANDS} AND ${where}`

const NOTHING = Prisma.sql`NULL::text`

/** Each fact as SQL: `(id, at, task_id, unit_id, by, by_en, was, now)`, a row a time that it happened; what the log alone knows is read from it. */
export function factSql({ settings: { zone } }: Ctx, fact: Fact): Prisma.Sql {
  switch (fact) {
    case 'moved_after_due':
      // A lead's extension moves the task's date: counted there; that of another part stands in its own entry.
      return Prisma.sql`
        SELECT e.id, e.at, e.task_id, COALESCE(e.unit_id, t.lead_unit_id) AS unit_id, e.actor_name AS by, p.name_en AS by_en,
          v.before ->> 'dueOn' AS was, v.after ->> 'dueOn' AS now
        FROM audit_entries e JOIN audit_values v ON v.entry_id = e.id JOIN tasks t ON t.id = e.task_id LEFT JOIN people p ON p.id = e.actor_id
          LEFT JOIN extensions x ON e.event = 'extension.granted' AND x.id = e.entity_id LEFT JOIN assignments a ON a.id = x.assignment_id
        WHERE e.event IN ('task.due_date_changed', 'extension.granted') AND a.part IS DISTINCT FROM 'lead'
          AND (v.before ->> 'dueOn')::date < (e.at AT TIME ZONE ${zone})::date AND v.before ->> 'dueOn' IS DISTINCT FROM v.after ->> 'dueOn'`
    case 'reviewed_at_once':
      return reviews(
        {
          from: Prisma.sql`greatest(0, extract(epoch FROM w.reviewed_at - r.submitted_at))::int::text`,
          to: NOTHING,
        },
        Prisma.sql`r.submitted_at IS NOT NULL AND w.reviewed_at <= r.submitted_at + make_interval(secs => ${FACT_LIMITS.seconds})`,
      )
    case 'unopened_evidence':
      return reviews(
        { from: Prisma.sql`w.unopened_evidence::text`, to: NOTHING },
        Prisma.sql`w.decision = 'accept' AND w.unopened_evidence > 0`,
      )
    case 'claimed_above':
      return reviews(
        { from: Prisma.sql`r.claimed_progress::text`, to: Prisma.sql`w.verified_progress::text` },
        Prisma.sql`w.decision = 'accept' AND r.claimed_progress - w.verified_progress >= ${FACT_LIMITS.points}`,
      )
    case 'reopened':
      return Prisma.sql`
        SELECT e.id, e.at, e.task_id, t.lead_unit_id AS unit_id, e.actor_name AS by, p.name_en AS by_en, v.after ->> 'reason' AS was, ${NOTHING} AS now
        FROM audit_entries e JOIN audit_values v ON v.entry_id = e.id JOIN tasks t ON t.id = e.task_id LEFT JOIN people p ON p.id = e.actor_id
        WHERE e.event = 'task.reopened'`
    case 'returned_often':
      return Prisma.sql`
        SELECT a.id, max(w.reviewed_at) AS at, a.task_id, a.unit_id, NULL::text AS by, NULL::text AS by_en, count(*)::text AS was, ${NOTHING} AS now
        FROM reviews w JOIN reports r ON r.id = w.report_id JOIN assignments a ON a.id = r.assignment_id
        WHERE ${STANDS} AND w.decision = 'return' GROUP BY a.id HAVING count(*) >= ${FACT_LIMITS.returns}`
  }
}
