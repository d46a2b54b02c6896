import { Prisma } from '@/prisma/generated/client'

const first = Prisma.sql`(SELECT g.assignment_id, t.id AS task_id, t.directive_id, (SELECT count(*) FROM urges n WHERE n.slip_id = s.id) AS items
  FROM urges g JOIN assignments a ON a.id = g.assignment_id JOIN tasks t ON t.id = a.task_id
  WHERE g.slip_id = s.id AND g.status IN ('sent', 'lapsed') ORDER BY g.id LIMIT 1)`

/** 答复催办: one duty a slip: of the head what is to be signed, of a liaison what nobody has drafted an answer to. Columns as `dutiesSql`. */
export function answerDutySql(homes: readonly string[], headOf: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT 'answer_urge'::text AS kind, s.sent_at AS since, s.answer_by_on AS due_on, f.task_id, f.directive_id, f.assignment_id,
      NULL::uuid AS report_id, s.sender_unit_id AS unit_id, f.items AS items
    FROM urge_slips s CROSS JOIN LATERAL ${first} f
    WHERE s.status IN ('sent', 'lapsed') AND s.unit_id = ANY(${[...homes]}::uuid[])
      AND (s.unit_id = ANY(${[...headOf]}::uuid[]) OR s.drafted_at IS NULL)`
}

/**
 * 催办: periodic reports not received on what the office handles, one row an assignment, as long as nobody has urged for it since the
 * unit last reported. A report under review is on the office's own table. Columns as `dutiesSql`.
 */
export const urgeDutySql = Prisma.sql`SELECT 'urge'::text AS kind, COALESCE(a.last_report_at, a.acknowledged_at) AS since, NULL::date AS due_on,
    t.id AS task_id, t.directive_id, a.id AS assignment_id, NULL::uuid AS report_id, a.unit_id, 1::bigint AS items
  FROM assignments a JOIN tasks t ON t.id = a.task_id
  WHERE t.office_owned AND a.parent_assignment_id IS NULL AND t.status IN ('dispatched', 'in_progress') AND a.status IN ('acknowledged', 'in_progress')
    AND (a.light_facts ->> 'missedPeriods')::int > 0
    AND NOT EXISTS (SELECT FROM reports r WHERE r.assignment_id = a.id AND r.status = 'submitted')
    AND NOT EXISTS (SELECT FROM urges g JOIN urge_slips s ON s.id = g.slip_id
      WHERE g.assignment_id = a.id AND s.sent_at >= COALESCE(a.last_report_at, a.acknowledged_at, s.sent_at))`

/** 升级催办: slips of these senders that stayed unanswered below the third level. Columns as `dutiesSql`. */
export function raiseDutySql(senders: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT 'raise_urge'::text AS kind, s.lapsed_at AS since, s.answer_by_on AS due_on, f.task_id, f.directive_id, f.assignment_id,
      NULL::uuid AS report_id, s.unit_id, f.items AS items
    FROM urge_slips s CROSS JOIN LATERAL ${first} f
    WHERE s.status = 'lapsed' AND s.level < 3 AND s.sender_unit_id = ANY(${[...senders]}::uuid[])`
}
