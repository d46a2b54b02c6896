import { homeUnitsOf, hasRole, selvesOf } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { inOwnPortfolioSql } from '@/server/notifications/portfolio'

/** Duties on bulletins: whoever holds one acts; whoever is named may answer. */
export const BULLETIN_DUTY_KINDS = [
  'check_bulletin',
  'approve_bulletin',
  'publish_bulletin',
  'revise_bulletin',
  'answer_naming',
] as const
type Kind = (typeof BULLETIN_DUTY_KINDS)[number]

/** As `dutiesSql`; `report_id` carries the bulletin's own id. A report on a directive goes to the leaders in charge of it. */
export function bulletinDuties(ctx: Ctx): Prisma.Sql[] {
  const row = (
    kind: Kind,
    since: Prisma.Sql,
    more = { due: Prisma.sql`NULL::date`, unit: Prisma.sql`NULL::uuid` },
  ) =>
    Prisma.sql`SELECT ${kind}::text AS kind, ${since} AS since, ${more.due} AS due_on, NULL::uuid AS task_id, b.directive_id, NULL::uuid AS assignment_id,
      b.id AS report_id, ${more.unit} AS unit_id, 1::bigint AS items FROM bulletins b`
  const me = Prisma.sql`(${selvesOf(ctx.actor)}::uuid[])`
  const duties: Prisma.Sql[] = []
  if (hasRole(ctx.actor, 'office_head'))
    duties.push(
      Prisma.sql`${row('check_bulletin', Prisma.sql`b.submitted_at`)} WHERE b.status = 'awaiting_head'`,
      Prisma.sql`${row('publish_bulletin', Prisma.sql`b.approved_at`)} WHERE b.status = 'approved'`,
    )
  if (hasRole(ctx.actor, 'leader'))
    duties.push(Prisma.sql`${row('approve_bulletin', Prisma.sql`b.sent_up_at`)} WHERE b.status = 'awaiting_leader'
      AND b.created_by_id <> ALL${me} AND b.sent_up_by_id <> ALL${me} AND ${inOwnPortfolioSql(ctx, Prisma.sql`NULL::uuid`, Prisma.sql`b.directive_id`)}`)
  if (hasRole(ctx.actor, 'office_head', 'officer'))
    duties.push(Prisma.sql`${row('revise_bulletin', Prisma.sql`b.updated_at`)} WHERE b.status = 'draft' AND b.sent_back_reason IS NOT NULL
      AND b.created_by_id = ANY${me}`)
  const heads = homeUnitsOf(ctx.actor, 'unit_head')
  if (heads.length > 0)
    duties.push(
      Prisma.sql`${row('answer_naming', Prisma.sql`g.told_at`, { due: Prisma.sql`g.answer_by_on`, unit: Prisma.sql`g.unit_id` })}
        JOIN bulletin_namings g ON g.bulletin_id = b.id WHERE g.unit_id = ANY(${heads}::uuid[]) AND g.answered_at IS NULL AND g.waive_reason IS NULL
        AND g.answer_by_on >= ${ctx.today}::date AND b.status IN ('draft', 'awaiting_head', 'awaiting_leader', 'approved')`,
    )
  return duties
}
