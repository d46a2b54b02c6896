import { FIGURE_MONTHS, lastMonths, UNIT_FIGURES, type UnitFigure } from '@/domain/org/unit-figures'
import { homeUnitsOf } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { sumRatios, type Ratio } from '@/domain/tasks/metrics'
import { failNotFound } from '@/server/errors'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { inEffectOn } from '@/server/org/in-effect'
import { readUnitMonths, type UnitMonths } from '@/server/org/unit-metrics'

/** Most units of one table: those of the first level, or those right below one. */
const MOST_UNITS = 200

const select = { id: true, code: true, kind: true, name: true, nameEn: true } satisfies Prisma.UnitSelect

/** One figure of a unit: over all months, and month by month in their order; null where a month has no case. */
export type ShownFigure = { total: Ratio; months: (Ratio | null)[] }

/** A unit with its figures. */
export type UnitFigures = Prisma.UnitGetPayload<{ select: typeof select }> & {
  figures: Record<UnitFigure, ShownFigure>
}

/**
 * 单位情况: the units of the first level in the order of the organisation, of a unit's people their own units; those that
 * nothing was asked of are left out. Office-owned tasks, twelve months.
 */
export async function listUnitFigures(ctx: Ctx) {
  const all = can(ctx.actor, 'overview.read')
  const homes = homeUnitsOf(ctx.actor, 'unit_head', 'liaison')
  const units = await ctx.tx.unit.findMany({
    where: all
      ? { ...inEffectOn(ctx.today), parent: { parentId: null } }
      : { id: { in: homes }, ...inEffectOn(ctx.today) },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
    take: MOST_UNITS,
    select,
  })
  return { months: monthsOf(ctx), rows: await withFigures(ctx, units, all) }
}

export type UnitFiguresPage = Awaited<ReturnType<typeof listUnitFigures>>

/** One unit with its figures and those of the units right below it; not found where it may not be read. */
export async function getUnitFigures(ctx: Ctx, code: string) {
  const unit = await ctx.tx.unit.findUnique({ where: { code }, select })
  if (!unit || !can(ctx.actor, 'unit.read_figures', { unitId: unit.id })) return failNotFound()
  const below = await ctx.tx.unit.findMany({
    where: { parentId: unit.id, ...inEffectOn(ctx.today) },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
    take: MOST_UNITS,
    select,
  })
  const readable = below.filter((one) => can(ctx.actor, 'unit.read_figures', { unitId: one.id }))
  const [own] = await withFigures(ctx, [unit], false)
  if (!own) return failNotFound()
  return { months: monthsOf(ctx), unit: own, below: await withFigures(ctx, readable, true) }
}

export type UnitPage = Awaited<ReturnType<typeof getUnitFigures>>

const monthsOf = (ctx: Ctx) => lastMonths(ctx.today, FIGURE_MONTHS).map((one) => one.key)

async function withFigures(
  ctx: Ctx,
  units: readonly Prisma.UnitGetPayload<{ select: typeof select }>[],
  leaveOutEmpty: boolean,
): Promise<UnitFigures[]> {
  if (units.length === 0) return []
  const months = lastMonths(ctx.today, FIGURE_MONTHS)
  const [first, last] = [months[0], months.at(-1)]
  const found = await readUnitMonths(ctx, {
    unitIds: units.map((unit) => unit.id),
    fromOn: first?.fromOn ?? ctx.today,
    toOn: last?.toOn ?? ctx.today,
  })
  return units.flatMap((unit) => {
    const of = found.get(unit.id)
    if (!of || (leaveOutEmpty && UNIT_FIGURES.every((figure) => of[figure].size === 0))) return []
    return [
      {
        ...unit,
        figures: shownFigures(
          of,
          months.map((one) => one.key),
        ),
      },
    ]
  })
}

function shownFigures(of: UnitMonths, months: readonly string[]): Record<UnitFigure, ShownFigure> {
  return Object.fromEntries(
    UNIT_FIGURES.map((figure) => {
      const series = months.map((month) => of[figure].get(month) ?? null)
      const total = sumRatios(series.filter((one) => one !== null))
      // A month without a request is a month all the same.
      return [
        figure,
        { months: series, total: figure === 'requests' ? { ...total, denominator: months.length } : total },
      ]
    }),
  ) as Record<UnitFigure, ShownFigure>
}
