import { unitSearchKeys } from '@/domain/directives/match-units'
import { handsDownTo, type UnitKind } from '@/domain/org/unit'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { listPickerUnits } from '@/server/org/list-units'
import { GIVEN_NOTHING } from '@/server/tasks/receivers'

/** A unit to which another may hand down, in the order of the tree. */
export type HandDownReceiver = {
  id: string
  kind: UnitKind
  name: string
  nameEn: string
  /** The unit it stands under, where that is offered too or is the one that hands down. */
  above: { id: string; name: string; nameEn: string } | null
  keys: string[]
  hasLiaison: boolean
}

/** The units to which this one may hand its tasks down today: below it in the tree, and those that it guides. */
export async function listHandDownReceivers(ctx: Ctx, unitId: string): Promise<HandDownReceiver[]> {
  const units = await listPickerUnits(ctx)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const own = byId.get(unitId)
  if (!own) return []
  const nodes = units.map(({ id, parentId }) => ({ id, parentId, validFromOn: ctx.today, validToOn: null }))
  const node = { id: own.id, parentId: own.parentId, validFromOn: ctx.today, validToOn: null }
  const offered = new Set(
    handsDownTo({ ...node, kind: own.kind }, nodes, await listGuided(ctx, unitId), ctx.today),
  )
  return units
    .filter((unit) => offered.has(unit.id) && unit.kind !== 'external' && !GIVEN_NOTHING.includes(unit.kind))
    .map((unit) => {
      const above = unit.parentId && unit.parentId !== unitId ? byId.get(unit.parentId) : undefined
      return {
        id: unit.id,
        kind: unit.kind,
        name: unit.shortName || unit.name,
        nameEn: unit.shortNameEn || unit.nameEn || unit.name,
        above:
          above && offered.has(above.id)
            ? { id: above.id, name: above.shortName || above.name, nameEn: above.shortNameEn || above.nameEn }
            : null,
        keys: [...new Set(unitSearchKeys(unit).map((key) => key.key))],
        hasLiaison: unit.hasLiaison,
      }
    })
}

async function listGuided(ctx: Ctx, guidingUnitId: string): Promise<string[]> {
  const today = fromLocalDate(ctx.today)
  const rows = await ctx.tx.guidance.findMany({
    where: {
      guidingUnitId,
      validFromOn: { lte: today },
      OR: [{ validToOn: null }, { validToOn: { gte: today } }],
    },
    select: { guidedUnitId: true },
  })
  return rows.map((row) => row.guidedUnitId)
}

/** Of these units those that carry the task already, by any active assignment of it. */
export async function findTaken(ctx: Ctx, taskId: string, unitIds: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.tx.assignment.findMany({
    where: { taskId, unitId: { in: [...unitIds] }, status: { not: 'replaced' } },
    select: { unitId: true },
  })
  return new Set(rows.map((row) => row.unitId))
}
