import type { NameableUnit } from '@/domain/bulletins/namings'
import type { Ctx } from '@/server/context'
import { inEffectOn } from '@/server/org/in-effect'

/** The units that a text may name, by all their names in both languages; the office and the ministry itself are not named, they speak. */
export async function nameableUnits(ctx: Ctx): Promise<NameableUnit[]> {
  const units = await ctx.tx.unit.findMany({
    where: { ...inEffectOn(ctx.today), kind: { notIn: ['ministry', 'office'] } },
    select: {
      id: true,
      code: true,
      name: true,
      shortName: true,
      nameEn: true,
      shortNameEn: true,
      aliases: true,
    },
  })
  return units.map(({ id, code, aliases, ...names }) => ({
    id,
    code,
    names: [names.name, names.shortName, names.nameEn, names.shortNameEn, ...aliases],
  }))
}
