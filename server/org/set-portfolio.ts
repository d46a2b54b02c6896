import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failConflict, failNotFound, failRefused } from '@/server/errors'
import { inEffectOn } from '@/server/org/in-effect'
import { findPortfolio, PORTFOLIO_KINDS, portfolioMark } from '@/server/org/list-portfolios'

const ids = z
  .array(z.uuid())
  .or(z.uuid().transform((id) => [id]))
  .default([])
  .transform((all) => [...new Set(all)])

/** A leader's portfolio as a whole; `mark` is that of the portfolio the form was loaded with. */
export const setPortfolioSchema = z.object({
  personId: z.uuid(),
  mark: z.string().default(''),
  unitIds: ids,
  directiveIds: ids,
})

/**
 * 设定分管: the units and directives that a leader is in charge of, by the office head. It decides whose decisions wait with
 * whom, not who may decide. Throws not_found for whoever is no leader, conflict where somebody set it since, refused for what cannot be in one.
 */
export async function setPortfolio(
  ctx: Ctx,
  input: z.output<typeof setPortfolioSchema>,
): Promise<{ personId: string }> {
  const as = assertMay(ctx.actor, 'portfolio.set')
  await ctx.tx.$queryRaw`SELECT id FROM people WHERE id = ${input.personId}::uuid FOR UPDATE`
  const before = await findPortfolio(ctx, input.personId)
  if (!before) return failNotFound()
  if (portfolioMark(before) !== input.mark) failConflict()
  const [units, directives] = await Promise.all([
    ctx.tx.unit.findMany({
      where: { id: { in: input.unitIds }, kind: { in: [...PORTFOLIO_KINDS] }, ...inEffectOn(ctx.today) },
      select: { id: true, name: true },
    }),
    ctx.tx.directive.findMany({
      where: { id: { in: input.directiveIds }, status: { notIn: ['draft', 'discarded'] } },
      select: { id: true, no: true },
    }),
  ])
  if (units.length < input.unitIds.length || directives.length < input.directiveIds.length) {
    failRefused('portfolio.gone')
  }
  const { personId } = input
  await ctx.tx.portfolioUnit.deleteMany({ where: { personId } })
  await ctx.tx.portfolioDirective.deleteMany({ where: { personId } })
  await ctx.tx.portfolioUnit.createMany({ data: units.map(({ id }) => ({ personId, unitId: id })) })
  await ctx.tx.portfolioDirective.createMany({
    data: directives.map(({ id }) => ({ personId, directiveId: id })),
  })
  const of = (named: readonly { name: string }[], numbered: readonly { no: number }[]) => ({
    units: named.map((one) => one.name).sort(),
    directives: numbered.map((one) => one.no).sort((a, b) => a - b),
  })
  await recordAudit(ctx, {
    event: 'portfolio.set',
    as,
    entity: 'person',
    entityId: personId,
    before: of(before.units, before.directives),
    after: { ...of(units, directives), leader: before.name },
  })
  return { personId }
}
