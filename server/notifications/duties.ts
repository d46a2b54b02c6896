import { addWorkingDays } from '@/domain/calendar/working-days'
import { hasRole, homeUnitsOf, selvesOf } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { BULLETIN_DUTY_KINDS, bulletinDuties } from '@/server/bulletins/bulletin-duties'
import { BESIDE_DUTY_KINDS, besideDuties } from '@/server/notifications/beside-duties'
import { inPortfolioSql } from '@/server/notifications/portfolio'
import { handDownDuties } from '@/server/notifications/hand-down-duties'
import { answerDutySql, raiseDutySql, urgeDutySql } from '@/server/urges/urge-duties'
import { ownReportSql, setAsideSql } from '@/server/reports/review-scope'
import { STATEMENT_DUTY_KINDS, statementDuties } from '@/server/statements/statement-duties'
import { homeUnitIds } from '@/server/tasks/scope'

/** What a person is asked to do, by kind, in the order of urgency in which the desk groups them. */
export const DUTY_KINDS = [
  'sign_off',
  'acknowledge',
  'answer_urge',
  'revise',
  'report',
  'send_draft',
  'review',
  'rule',
  'urge',
  'raise_urge',
  'conclude',
  'complete',
  'approve',
  'decompose',
  'dispatch_drafts',
  ...BESIDE_DUTY_KINDS,
  ...STATEMENT_DUTY_KINDS,
  ...BULLETIN_DUTY_KINDS,
] as const
export type DutyKind = (typeof DUTY_KINDS)[number]

/** The duties of the person as SQL: one row a thing to do, `(kind, since, due_on, task_id, directive_id, assignment_id, report_id, unit_id)`. */
export function dutiesSql(ctx: Ctx): Prisma.Sql {
  const parts = [
    ...unitDuties(ctx),
    ...officeDuties(ctx),
    ...besideDuties(ctx),
    ...statementDuties(ctx),
    ...bulletinDuties(ctx),
    ...handDownDuties(ctx),
  ]
  const none = Prisma.sql`SELECT NULL::text AS kind, NULL::timestamptz AS since, NULL::date AS due_on, NULL::uuid AS task_id,
    NULL::uuid AS directive_id, NULL::uuid AS assignment_id, NULL::uuid AS report_id, NULL::uuid AS unit_id, NULL::bigint AS items WHERE FALSE`
  return parts.length === 0 ? none : Prisma.join(parts, ' UNION ALL ')
}

/** How many duties of each kind; what the badge, the navigation and the desk count alike. */
export async function countDuties(ctx: Ctx): Promise<Partial<Record<DutyKind, number>>> {
  const rows = await ctx.tx.$queryRaw<{ kind: DutyKind; count: number }[]>`
    SELECT kind, count(*)::int AS count FROM (${dutiesSql(ctx)}) AS duties GROUP BY kind`
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]))
}

const OPEN = Prisma.sql`('acknowledged', 'in_progress')`
const RETURNED_AT = Prisma.sql`COALESCE((SELECT max(w.reviewed_at) FROM reviews w JOIN reports l ON l.review_id = w.id
  WHERE l.assignment_id = a.id AND w.decision = 'return'), a.last_report_at)`

/** Unit people: from the assignments of the units they sit at, an external unit's by its lead. */
function unitDuties(ctx: Ctx): Prisma.Sql[] {
  const homes = homeUnitIds(ctx.actor)
  if (homes.length === 0) return []
  const soon = addWorkingDays(ctx.today, ctx.settings.remindWorkingDays, ctx.calendar)
  const ofUnits = (
    ids: string[],
  ) => Prisma.sql`(a.unit_id = ANY(${ids}::uuid[]) OR (t.lead_unit_id = ANY(${ids}::uuid[])
    AND a.unit_id IN (SELECT id FROM units WHERE kind = 'external')))`
  const mine = ofUnits(homes)
  const live = Prisma.sql`t.status IN ('dispatched', 'in_progress', 'under_review')`
  const row = (kind: DutyKind, since: Prisma.Sql, report: Prisma.Sql, due = Prisma.sql`a.due_on`) =>
    Prisma.sql`SELECT ${kind}::text AS kind, ${since} AS since, ${due} AS due_on, t.id AS task_id, t.directive_id, a.id AS assignment_id,
      ${report} AS report_id, a.unit_id, 1::bigint AS items FROM assignments a JOIN tasks t ON t.id = a.task_id`
  const none = Prisma.sql`NULL::uuid`
  const openReport = Prisma.sql`(SELECT 1 FROM reports o WHERE o.assignment_id = a.id AND o.status IN ('draft', 'awaiting_signoff', 'submitted'))`
  const lastIs = (status: string) =>
    Prisma.sql`EXISTS (SELECT 1 FROM reports l WHERE l.assignment_id = a.id AND l.status::text = ${status}
      AND l.seq = (SELECT max(m.seq) FROM reports m WHERE m.assignment_id = a.id))`
  const duties = [
    Prisma.sql`${row('acknowledge', Prisma.sql`a.dispatched_at`, none, Prisma.sql`a.acknowledge_due_on`)}
      WHERE ${mine} AND ${live} AND a.status = 'awaiting_acknowledgement'`,
    Prisma.sql`${row('revise', RETURNED_AT, none)} WHERE ${mine} AND ${live} AND a.status IN ${OPEN} AND ${lastIs('returned')}`,
    Prisma.sql`${row('report', Prisma.sql`COALESCE(a.last_report_at, a.acknowledged_at)`, none, Prisma.sql`LEAST(a.due_on, (a.light_facts -> 'reportDuesAhead' ->> 0)::date)`)}
      WHERE ${mine} AND ${live} AND a.status IN ${OPEN} AND NOT EXISTS ${openReport} AND NOT ${lastIs('returned')}
      AND (a.due_on <= ${soon}::date OR (a.light_facts ->> 'missedPeriods')::int > 0 OR (a.light_facts -> 'reportDuesAhead' ->> 0)::date <= ${soon}::date
        OR (a.light_facts ->> 'reportFromOn')::date <= ${ctx.today}::date)`,
    Prisma.sql`${row('send_draft', Prisma.sql`r.updated_at`, Prisma.sql`r.id`)} JOIN reports r ON r.assignment_id = a.id
      WHERE ${mine} AND ${live} AND r.status = 'draft' AND r.written_by_id = ANY(${selvesOf(ctx.actor)}::uuid[])`,
  ]
  const headOf = homeUnitsOf(ctx.actor, 'unit_head')
  duties.push(answerDutySql(homes, headOf), raiseDutySql(headOf))
  if (headOf.length > 0)
    duties.push(Prisma.sql`${row('sign_off', Prisma.sql`r.sent_for_signoff_at`, Prisma.sql`r.id`)} JOIN reports r ON r.assignment_id = a.id
      WHERE ${ofUnits(headOf)} AND ${live} AND r.status = 'awaiting_signoff'`)
  return duties
}

/** The office and leaders: from what the office owns. Reports that the person wrote, signed or submitted are absent. */
function officeDuties(ctx: Ctx): Prisma.Sql[] {
  const { actor } = ctx
  const duties: Prisma.Sql[] = []
  const byTask = (kind: DutyKind, since: Prisma.Sql) =>
    Prisma.sql`SELECT ${kind}::text AS kind, ${since} AS since, t.due_on, t.id AS task_id, t.directive_id, NULL::uuid AS assignment_id,
      NULL::uuid AS report_id, t.lead_unit_id AS unit_id, 1::bigint AS items FROM tasks t`
  if (hasRole(actor, 'office_head', 'officer')) {
    duties.push(
      // An officer sees the same among what is at risk (beside-risks.ts).
      raiseDutySql(homeUnitsOf(actor, 'office_head')),
      ...(hasRole(actor, 'officer') ? [urgeDutySql] : []),
      Prisma.sql`SELECT 'review'::text AS kind, r.submitted_at AS since, a.due_on, t.id AS task_id, t.directive_id, a.id AS assignment_id,
        r.id AS report_id, a.unit_id, 1::bigint AS items
        FROM reports r JOIN assignments a ON a.id = r.assignment_id JOIN tasks t ON t.id = a.task_id
        WHERE r.status = 'submitted' AND t.office_owned AND a.parent_assignment_id IS NULL AND t.status IN ('dispatched', 'in_progress', 'under_review')
          AND NOT ${ownReportSql(actor)} AND NOT ${setAsideSql(ctx)}`,
      Prisma.sql`SELECT 'rule'::text AS kind, a.refused_at AS since, a.due_on, t.id AS task_id, t.directive_id, a.id AS assignment_id,
        NULL::uuid AS report_id, a.unit_id, 1::bigint AS items FROM assignments a JOIN tasks t ON t.id = a.task_id
        WHERE a.status = 'refused' AND t.office_owned AND a.parent_assignment_id IS NULL AND t.status IN ('dispatched', 'in_progress', 'under_review')`,
      Prisma.sql`${byTask('conclude', Prisma.sql`t.move_since_on::timestamptz`)} WHERE t.office_owned AND t.status = 'in_progress' AND t.move ->> 'act' = 'conclude'`,
      // A new directive until its tasks are sent for approval; any later one of which tasks were sent back.
      Prisma.sql`SELECT 'decompose'::text AS kind, d.created_at AS since, NULL::date AS due_on, NULL::uuid AS task_id, d.id AS directive_id,
        NULL::uuid AS assignment_id, NULL::uuid AS report_id, NULL::uuid AS unit_id, 1::bigint AS items FROM directives d
        WHERE (d.status = 'draft' AND NOT EXISTS (SELECT FROM tasks t WHERE t.directive_id = d.id AND t.status IN ('awaiting_approval', 'approved')))
          OR (d.status IN ('draft', 'in_force') AND EXISTS (SELECT FROM tasks t WHERE t.directive_id = d.id AND t.status = 'draft' AND t.office_owned))`,
    )
  }
  if (can(actor, 'task.complete') && hasRole(actor, 'office_head', 'leader')) {
    const lead = Prisma.sql`(SELECT p.unit_id FROM task_draft_parts p WHERE p.task_id = t.id AND p.part = 'lead' AND p.confirmed)`
    duties.push(
      Prisma.sql`${byTask('complete', Prisma.sql`t.move_since_on::timestamptz`)} WHERE t.office_owned AND t.status = 'under_review'
        AND t.move ->> 'act' = 'complete' AND ${inPortfolioSql(ctx, Prisma.sql`t.lead_unit_id`, Prisma.sql`t.directive_id`)}`,
      Prisma.sql`SELECT 'approve'::text AS kind, min(t.submitted_at) AS since, min(t.due_on) AS due_on, NULL::uuid AS task_id, t.directive_id,
        NULL::uuid AS assignment_id, NULL::uuid AS report_id, NULL::uuid AS unit_id, count(*) AS items FROM tasks t
        WHERE t.office_owned AND t.status IN ('awaiting_approval', 'approved') GROUP BY t.directive_id HAVING bool_or(${inPortfolioSql(ctx, lead, Prisma.sql`t.directive_id`)})`,
    )
  }
  return duties
}
