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

/** 升级催办: slips of these senders that stayed unanswered below the third level. Columns as `dutiesSql`. */
export function raiseDutySql(senders: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT 'raise_urge'::text AS kind, s.lapsed_at AS since, s.answer_by_on AS due_on, f.task_id, f.directive_id, f.assignment_id,
      NULL::uuid AS report_id, s.unit_id, f.items AS items
    FROM urge_slips s CROSS JOIN LATERAL ${first} f
    WHERE s.status = 'lapsed' AND s.level < 3 AND s.sender_unit_id = ANY(${[...senders]}::uuid[])`
}
