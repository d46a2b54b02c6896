import { hasRole, selvesOf } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/** Who is in charge of a unit (or one above it) or of a directive, as SQL over people: `(person_id)`. */
function inChargeSql(unit: Prisma.Sql, directive: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT f.person_id FROM portfolio_units f JOIN units v ON f.unit_id = ANY(v.path) WHERE v.id = ${unit}
    UNION SELECT g.person_id FROM portfolio_directives g WHERE g.directive_id = ${directive})`
}

/** A leader's decisions follow the portfolio 分管, by unit or by directive; what belongs to nobody's goes to all. The office head decides on everything. */
export function inPortfolioSql(ctx: Ctx, unit: Prisma.Sql, directive: Prisma.Sql): Prisma.Sql {
  if (hasRole(ctx.actor, 'office_head')) return Prisma.sql`TRUE`
  return inOwnPortfolioSql(ctx, unit, directive)
}

/** As above for what leaders alone decide: the office head's role gives nothing. */
export function inOwnPortfolioSql(ctx: Ctx, unit: Prisma.Sql, directive: Prisma.Sql): Prisma.Sql {
  const charge = inChargeSql(unit, directive)
  return Prisma.sql`(NOT EXISTS ${charge} OR EXISTS (SELECT FROM ${charge} c WHERE c.person_id = ANY(${selvesOf(ctx.actor)}::uuid[])))`
}

/** The leaders to whom a decision goes: those in charge of its unit or directive, else all. */
export async function listLeadersInCharge(
  ctx: Ctx,
  { unitId, directiveId }: { unitId: string | null; directiveId: string },
): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string; in_charge: boolean }[]>`
    WITH charge AS ${inChargeSql(Prisma.sql`${unitId}::uuid`, Prisma.sql`${directiveId}::uuid`)}
    SELECT DISTINCT p.id, EXISTS (SELECT FROM charge c WHERE c.person_id = p.id) AS in_charge
    FROM people p JOIN role_grants g ON g.person_id = p.id AND g.role = 'leader' AND g.valid_from_on <= ${ctx.today}::date
      AND (g.valid_to_on IS NULL OR g.valid_to_on >= ${ctx.today}::date)
    WHERE p.status = 'active'`
  const chosen = rows.filter((row) => row.in_charge)
  return (chosen.length > 0 ? chosen : rows).map((row) => row.id)
}
