import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { ADMINISTRATION } from '@/server/org/administration-unit'
import { notOverBy } from '@/server/org/in-effect'

const FOUND = 20

/** Units that a change may concern, by name, former name or code, at most 20; those that are yet to begin among them. Throws forbidden. */
export async function findUnitsToChange(ctx: Ctx, words: string) {
  assertMay(ctx.actor, 'org.manage')
  const contains = { contains: words, mode: 'insensitive' as const }
  return ctx.tx.unit.findMany({
    where: {
      AND: [
        { code: { not: ADMINISTRATION }, ...notOverBy(ctx.today) },
        words
          ? { OR: [{ name: contains }, { shortName: contains }, { nameEn: contains }, { code: contains }] }
          : {},
      ],
    },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
    take: FOUND,
    select: { id: true, code: true, name: true, nameEn: true },
  })
}
