import type { UnitKind } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'

/** Kinds that are given no task: the root, the office that gives them, the discipline team that reads. */
export const GIVEN_NOTHING: readonly UnitKind[] = ['ministry', 'office', 'discipline']

/** A unit that a task may be given to; one without accounts (`external`) only in support. */
export type ReceivingUnit = { id: string; name: string; external: boolean }

/** Of these units those that may be given a task today, by id: in effect, and of a kind that carries tasks out. */
export async function findReceivers(
  ctx: Ctx,
  unitIds: readonly string[],
): Promise<Map<string, ReceivingUnit>> {
  const today = fromLocalDate(ctx.today)
  const units = await ctx.tx.unit.findMany({
    where: {
      id: { in: [...unitIds] },
      kind: { notIn: [...GIVEN_NOTHING] },
      validFromOn: { lte: today },
      OR: [{ validToOn: null }, { validToOn: { gte: today } }],
    },
    select: { id: true, name: true, kind: true },
  })
  return new Map(units.map(({ kind, ...unit }) => [unit.id, { ...unit, external: kind === 'external' }]))
}
