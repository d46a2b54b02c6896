import { hasRole, homeUnitsOf, selvesOf } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { inOwnPortfolioSql } from '@/server/notifications/portfolio'

/** Duties on responsibility statements: the unit's head signs, the leader in charge countersigns, the office draws up another where one came back. */
export const STATEMENT_DUTY_KINDS = ['sign_statement', 'countersign_statement', 'redraw_statement'] as const

const NONE = Prisma.sql`NULL::uuid`

/** As `dutiesSql`; `report_id` carries the statement's own id. Under a directive that has ended nothing is asked. */
export function statementDuties(ctx: Ctx): Prisma.Sql[] {
  const { actor } = ctx
  const row = (kind: (typeof STATEMENT_DUTY_KINDS)[number], since: Prisma.Sql) =>
    Prisma.sql`SELECT ${kind}::text AS kind, ${since} AS since, NULL::date AS due_on, ${NONE} AS task_id, s.directive_id, ${NONE} AS assignment_id,
      s.id AS report_id, s.unit_id, 1::bigint AS items FROM statements s JOIN directives d ON d.id = s.directive_id AND d.status = 'in_force'`
  const heads = homeUnitsOf(actor, 'unit_head')
  const duties: Prisma.Sql[] = []
  if (heads.length > 0)
    duties.push(
      Prisma.sql`${row('sign_statement', Prisma.sql`s.drawn_up_at`)} WHERE s.status = 'awaiting_signature' AND s.unit_id = ANY(${heads}::uuid[])`,
    )
  if (hasRole(actor, 'leader')) {
    const mine = Prisma.sql`ANY(${selvesOf(actor)}::uuid[])`
    duties.push(
      Prisma.sql`${row('countersign_statement', Prisma.sql`s.signed_at`)} WHERE s.status = 'awaiting_countersignature'
        AND NOT (s.signed_by_id = ${mine}) AND (s.signed_for_id IS NULL OR NOT (s.signed_for_id = ${mine}))
        AND ${inOwnPortfolioSql(ctx, Prisma.sql`s.unit_id`, Prisma.sql`s.directive_id`)}`,
    )
  }
  if (can(actor, 'statement.draw_up'))
    duties.push(
      Prisma.sql`${row('redraw_statement', Prisma.sql`s.sent_back_at`)} WHERE s.status = 'sent_back'
        AND NOT EXISTS (SELECT FROM statements n WHERE n.directive_id = s.directive_id AND n.unit_id = s.unit_id AND n.seq > s.seq)`,
    )
  return duties
}
