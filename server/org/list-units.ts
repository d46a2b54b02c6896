import type { LocalDate } from '@/domain/calendar/local-date'
import type { UnitName } from '@/domain/directives/match-units'
import type { UnitKind } from '@/domain/org/unit'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { ADMINISTRATION } from '@/server/org/administration-unit'

/** A unit as pickers and matching want it. `hasLiaison`: somebody there can acknowledge and report. */
export type PickerUnit = UnitName & {
  code: string
  kind: UnitKind
  parentId: string | null
  path: string[]
  sort: number
  hasLiaison: boolean
}

const KEEP_MS = 10_000
type Kept = { at: number; today: LocalDate; units: Promise<PickerUnit[]> }
const kept = new WeakMap<object, Kept>()

/** All units in effect today in the order of the tree, but for the administrators' own; kept for ten seconds per process. */
export async function listPickerUnits(ctx: Ctx): Promise<PickerUnit[]> {
  const hit = kept.get(ctx.tx)
  if (hit && hit.today === ctx.today && Math.abs(ctx.now.getTime() - hit.at) < KEEP_MS) return hit.units
  const units = loadUnits(ctx)
  kept.set(ctx.tx, { at: ctx.now.getTime(), today: ctx.today, units })
  try {
    return await units
  } catch (error) {
    kept.delete(ctx.tx)
    throw error
  }
}

async function loadUnits(ctx: Ctx): Promise<PickerUnit[]> {
  const today = fromLocalDate(ctx.today)
  const inEffect = { validFromOn: { lte: today }, OR: [{ validToOn: null }, { validToOn: { gte: today } }] }
  const rows = await ctx.tx.unit.findMany({
    where: { ...inEffect, code: { not: ADMINISTRATION } },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
    select: {
      id: true,
      code: true,
      kind: true,
      name: true,
      shortName: true,
      nameEn: true,
      shortNameEn: true,
      aliases: true,
      formerNames: true,
      duties: true,
      parentId: true,
      path: true,
      sort: true,
      grants: {
        where: { ...inEffect, role: { in: ['liaison', 'unit_head'] }, person: { status: 'active' } },
        select: { id: true },
        take: 1,
      },
    },
  })
  return rows.map(({ grants, ...unit }) => ({ ...unit, hasLiaison: grants.length > 0 }))
}
