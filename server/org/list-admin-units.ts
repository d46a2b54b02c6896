import type { LocalDate } from '@/domain/calendar/local-date'
import type { UnitKind } from '@/domain/org/unit'
import type { Prisma } from '@/prisma/generated/client'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { inEffectOn, notOverBy } from '@/server/org/in-effect'

const FOUND_AT_MOST = 50

/** A unit in a list of the administration. `below`: units directly under it that have not ended. */
export type AdminUnitRow = {
  id: string
  code: string
  kind: UnitKind
  name: string
  nameEn: string
  validFromOn: LocalDate
  validToOn: LocalDate | null
  below: number
}

function rowSelect(ctx: Ctx) {
  return {
    id: true,
    code: true,
    kind: true,
    name: true,
    nameEn: true,
    validFromOn: true,
    validToOn: true,
    _count: { select: { children: { where: notOverBy(ctx.today) } } },
  } satisfies Prisma.UnitSelect
}

type Row = Prisma.UnitGetPayload<{ select: ReturnType<typeof rowSelect> }>
const toRow = ({ _count, validFromOn, validToOn, ...unit }: Row): AdminUnitRow => ({
  ...unit,
  validFromOn: toLocalDate(validFromOn),
  validToOn: toLocalDateOrNull(validToOn),
  below: _count.children,
})

const ORDER = [{ sort: 'asc' as const }, { code: 'asc' as const }]

/** The units at the top with those directly under them; those that have ended only where asked for. Throws forbidden. */
export async function listTopUnits(ctx: Ctx, ended: boolean) {
  assertMay(ctx.actor, 'org.manage')
  const shown = ended ? {} : notOverBy(ctx.today)
  const select = rowSelect(ctx)
  const tops = await ctx.tx.unit.findMany({
    where: { parentId: null, ...shown },
    orderBy: ORDER,
    select: { ...select, children: { where: shown, orderBy: ORDER, select } },
  })
  return tops.map(({ children, ...top }) => ({ ...toRow(top), children: children.map(toRow) }))
}

/** Units by a word of any of their names or their code, at most 50, ended ones last. Throws forbidden. */
export async function findUnits(ctx: Ctx, words: string): Promise<AdminUnitRow[]> {
  assertMay(ctx.actor, 'org.manage')
  const rows = await ctx.tx.unit.findMany({
    where: unitMatches(words),
    orderBy: [{ validToOn: { sort: 'asc', nulls: 'first' } }, ...ORDER],
    take: FOUND_AT_MOST,
    select: rowSelect(ctx),
  })
  return rows.map(toRow)
}

/** The condition that a unit goes by this word. */
export function unitMatches(words: string): Prisma.UnitWhereInput {
  const contains = { contains: words, mode: 'insensitive' as const }
  return {
    OR: [
      { name: contains },
      { shortName: contains },
      { nameEn: contains },
      { shortNameEn: contains },
      { code: contains },
      { aliases: { has: words } },
      { formerNames: { has: words } },
    ],
  }
}

/** All that is known of a unit, what stands above and below it, whom it guides. Throws forbidden and not_found. */
export async function getAdminUnit(ctx: Ctx, code: string) {
  assertMay(ctx.actor, 'org.manage')
  const today = inEffectOn(ctx.today)
  const name = { select: { id: true, code: true, name: true, nameEn: true } }
  const unit = await ctx.tx.unit.findUnique({
    where: { code },
    select: {
      ...rowSelect(ctx),
      shortName: true,
      shortNameEn: true,
      aliases: true,
      formerNames: true,
      duties: true,
      sort: true,
      path: true,
      version: true,
      guides: { where: today, select: { guidedUnit: name }, orderBy: { guidedUnit: { sort: 'asc' } } },
      guidedBy: { where: today, select: { guidingUnit: name }, orderBy: { guidingUnit: { sort: 'asc' } } },
      children: { orderBy: ORDER, select: rowSelect(ctx) },
      grants: { where: { person: { status: 'active' }, ...today }, select: { personId: true } },
    },
  })
  if (!unit) return failNotFound('unit.not_found')
  const { guides, guidedBy, children, grants, path, ...rest } = unit
  const above = await ctx.tx.unit.findMany({ where: { id: { in: path } }, ...name })
  const byId = new Map(above.map((one) => [one.id, one]))
  const { shortName, shortNameEn, aliases, formerNames, duties, sort, version } = rest
  return {
    ...toRow(rest),
    ...{ shortName, shortNameEn, aliases, formerNames, duties, sort, version },
    above: path.slice(0, -1).flatMap((id) => byId.get(id) ?? []),
    children: children.map(toRow),
    guides: guides.map(({ guidedUnit }) => guidedUnit),
    guidedBy: guidedBy.map(({ guidingUnit }) => guidingUnit),
    people: new Set(grants.map(({ personId }) => personId)).size,
  }
}
/** What `getAdminUnit` hands to its page. */
export type AdminUnit = Awaited<ReturnType<typeof getAdminUnit>>

/** The local departments that a bureau may guide, in the order of the tree, and whether one is in effect today. */
export async function listGuidable(ctx: Ctx) {
  assertMay(ctx.actor, 'org.manage')
  return ctx.tx.unit.findMany({
    where: { kind: 'province', ...inEffectOn(ctx.today) },
    orderBy: ORDER,
    select: { id: true, name: true, nameEn: true },
  })
}

/** First day that a form proposes for something new under this unit: today, or the unit's own first day where that is later. */
export function firstDayBelow(ctx: Ctx, unit: Pick<AdminUnitRow, 'validFromOn'> | null): LocalDate {
  return unit && fromLocalDate(unit.validFromOn) > fromLocalDate(ctx.today) ? unit.validFromOn : ctx.today
}
