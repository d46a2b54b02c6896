import type { ChangedUnit } from '@/domain/org/unit-change'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { ADMINISTRATION } from '@/server/org/administration-unit'

/** A unit with its names, as a change is proposed and carried out with it. */
export type LoadedUnit = ChangedUnit & {
  code: string
  name: string
  shortName: string
  nameEn: string
  shortNameEn: string
  formerNames: string[]
  aliases: string[]
  version: number
}

/** The units by id, in the order asked; those that do not exist are left out. `lock`: until the commit. */
export async function loadUnits(ctx: Ctx, ids: readonly string[], lock = false): Promise<LoadedUnit[]> {
  if (lock)
    await ctx.tx.$executeRaw`SELECT id FROM units WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await ctx.tx.unit.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      code: true,
      kind: true,
      name: true,
      shortName: true,
      nameEn: true,
      shortNameEn: true,
      formerNames: true,
      aliases: true,
      parentId: true,
      path: true,
      validFromOn: true,
      validToOn: true,
      version: true,
    },
  })
  const units = rows.map(
    (row): LoadedUnit => ({
      ...row,
      validFromOn: toLocalDate(row.validFromOn),
      validToOn: toLocalDateOrNull(row.validToOn),
      administration: row.code === ADMINISTRATION,
    }),
  )
  return ids.flatMap((id) => units.filter((unit) => unit.id === id))
}
