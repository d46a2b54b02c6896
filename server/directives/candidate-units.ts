import type { NamedUnit } from '@/domain/directives/match-units'
import type { UnitKind } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { ADMINISTRATION } from '@/server/org/administration-unit'

/** A unit as the names in a text are matched against it, with its dates of effect and its successors. */
export type CandidateUnit = NamedUnit & { kind: UnitKind; duties: string }

/** All units that a text may name: those in effect today, and those that ended, for whom their successors stand. */
export async function listCandidateUnits(ctx: Ctx): Promise<CandidateUnit[]> {
  const rows = await ctx.tx.unit.findMany({
    where: { validFromOn: { lte: fromLocalDate(ctx.today) }, code: { not: ADMINISTRATION } },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      name: true,
      shortName: true,
      nameEn: true,
      shortNameEn: true,
      aliases: true,
      formerNames: true,
      duties: true,
      parentId: true,
      validFromOn: true,
      validToOn: true,
      successors: { orderBy: { successorId: 'asc' }, select: { successorId: true } },
    },
  })
  return rows.map(({ successors, validFromOn, validToOn, ...unit }) => ({
    ...unit,
    validFromOn: toLocalDate(validFromOn),
    validToOn: toLocalDateOrNull(validToOn),
    successorIds: successors.map((one) => one.successorId),
  }))
}
