import type { Ctx } from '@/server/context'
import { inEffectOn } from '@/server/org/in-effect'
import type { Prisma, UnitKind } from '@/prisma/generated/client'

/** Kinds of unit that a leader can be in charge of. */
export const PORTFOLIO_KINDS: readonly UnitKind[] = ['bureau', 'affiliated', 'province']

/** Directives that the form offers, newest first. */
const DIRECTIVES_OFFERED = 200

const select = {
  id: true,
  name: true,
  nameEn: true,
  title: true,
  titleEn: true,
  portfolio: {
    orderBy: { unit: { sort: 'asc' } },
    select: { unit: { select: { id: true, name: true, nameEn: true } } },
  },
  portfolioDirectives: {
    orderBy: { directive: { no: 'asc' } },
    select: { directive: { select: { id: true, no: true, title: true } } },
  },
} satisfies Prisma.PersonSelect

type Row = Prisma.PersonGetPayload<{ select: typeof select }>

const toPortfolio = ({ portfolio, portfolioDirectives, ...person }: Row) => ({
  ...person,
  units: portfolio.map((one) => one.unit),
  directives: portfolioDirectives.map((one) => one.directive),
})

export type Portfolio = ReturnType<typeof toPortfolio>

/** What a form says of the portfolio it was loaded with: another is a conflict. */
export function portfolioMark({ units, directives }: Pick<Portfolio, 'units' | 'directives'>): string {
  return [...units, ...directives].map((one) => one.id).join(' ')
}

function leaders(ctx: Ctx): Prisma.PersonWhereInput {
  return { status: 'active', grants: { some: { role: 'leader', ...inEffectOn(ctx.today) } } }
}

/** 分管 of every leader, by name: leaders are few. */
export async function listPortfolios(ctx: Ctx): Promise<Portfolio[]> {
  const rows = await ctx.tx.person.findMany({
    where: leaders(ctx),
    orderBy: [{ account: 'asc' }],
    take: 100,
    select,
  })
  return rows.map(toPortfolio)
}

/** A leader's portfolio, or null for whoever is none. */
export async function findPortfolio(ctx: Ctx, personId: string): Promise<Portfolio | null> {
  const row = await ctx.tx.person.findFirst({ where: { AND: [{ id: personId }, leaders(ctx)] }, select })
  return row && toPortfolio(row)
}

/** What can be put into a portfolio: units in effect, directives in force, and what it holds already. */
export async function listPortfolioChoices(ctx: Ctx, held: Portfolio) {
  const [units, directives] = await Promise.all([
    ctx.tx.unit.findMany({
      where: { kind: { in: [...PORTFOLIO_KINDS] }, ...inEffectOn(ctx.today) },
      orderBy: [{ kind: 'asc' }, { sort: 'asc' }, { id: 'asc' }],
      take: 500,
      select: { id: true, name: true, nameEn: true },
    }),
    ctx.tx.directive.findMany({
      where: { OR: [{ status: 'in_force' }, { id: { in: held.directives.map((one) => one.id) } }] },
      orderBy: [{ no: 'desc' }],
      take: DIRECTIVES_OFFERED,
      select: { id: true, no: true, title: true },
    }),
  ])
  return { units, directives }
}
