import type { RowSources } from '@/domain/registers/read-row'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'

const plain = (words: string) => words.replace(/\s+/g, '').toLowerCase()

/** The units in effect by any of their names, and each by its id in the reader's language: what columns of units are read and shown by. */
export async function readUnitNames(ctx: Ctx, language = 'zh-CN') {
  const units = await ctx.tx.unit.findMany({
    orderBy: { sort: 'asc' },
    select: {
      id: true,
      code: true,
      name: true,
      nameEn: true,
      shortName: true,
      shortNameEn: true,
      aliases: true,
      validToOn: true,
    },
  })
  const today = fromLocalDate(ctx.today)
  const byName = new Map<string, string>()
  const inEffect = units.filter((unit) => !unit.validToOn || unit.validToOn >= today)
  // Full names first: a short name that two units share goes to neither's harm, since the first keeps it.
  for (const pick of ['name', 'nameEn', 'shortName', 'shortNameEn', 'code'] as const)
    for (const unit of inEffect) {
      const name = plain(unit[pick])
      if (name !== '' && !byName.has(name)) byName.set(name, unit.id)
    }
  for (const unit of inEffect)
    for (const alias of unit.aliases) if (!byName.has(plain(alias))) byName.set(plain(alias), unit.id)
  const english = language.startsWith('en')
  const names = new Map(units.map((unit) => [unit.id, english ? unit.nameEn : unit.name]))
  return {
    unitOf: (words: string) => byName.get(plain(words)) ?? null,
    nameOf: (id: string) => names.get(id) ?? '',
    choices: inEffect.map((unit) => ({ value: unit.name, label: english ? unit.nameEn : unit.name })),
  }
}

/** What reading a row needs, from the database. */
export async function rowSources(ctx: Ctx): Promise<RowSources> {
  const { unitOf } = await readUnitNames(ctx)
  return { unitOf, today: ctx.today }
}
