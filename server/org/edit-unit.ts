import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { formerNamesAfter } from '@/domain/org/unit-tree'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { assertMayEnd } from '@/server/org/assert-may-end'
import { unitNameFields } from '@/server/org/create-unit'
import { openDayField, versionField } from '@/server/org/form-fields'
import { assertVersion, assertWritten } from '@/server/versions'

/** A unit's names, place among its siblings, and last day of effect. */
export const editUnitSchema = z.object({
  ...unitNameFields,
  unitId: z.uuid(),
  version: versionField,
  sort: z.coerce
    .number({ error: 'unit.sort_unfit' })
    .int({ error: 'unit.sort_unfit' })
    .min(0, { error: 'unit.sort_unfit' })
    .max(99_999, { error: 'unit.sort_unfit' }),
  validToOn: openDayField,
})

const FIELDS = {
  name: true,
  shortName: true,
  nameEn: true,
  shortNameEn: true,
  aliases: true,
  formerNames: true,
  duties: true,
  sort: true,
} as const

/**
 * Changes a unit; a name that it leaves joins its former names. Throws conflict on a stale version, invalid
 * (`unit.dates_out_of_order`) and, for an end date, refused (`unit.assignments_open`, `unit.units_below`, `unit.roles_held`).
 */
export async function editUnit(ctx: Ctx, input: z.output<typeof editUnitSchema>) {
  const as = assertMay(ctx.actor, 'org.manage')
  const { unitId, version, validToOn, ...typed } = input
  await ctx.tx.$executeRaw`SELECT id FROM units WHERE id = ${unitId}::uuid FOR UPDATE`
  const unit = await ctx.tx.unit.findUnique({
    where: { id: unitId },
    select: { ...FIELDS, code: true, version: true, validFromOn: true, validToOn: true },
  })
  if (!unit) return failNotFound('unit.not_found')
  await assertVersion(ctx, { entityId: unitId, actual: unit.version, expected: version })
  const endsBefore = toLocalDateOrNull(unit.validToOn)
  if (validToOn !== null && validToOn !== endsBefore) {
    if (validToOn < toLocalDate(unit.validFromOn))
      throw invalid([{ path: 'validToOn', code: 'unit.dates_out_of_order' }])
    await assertMayEnd(ctx, unitId, validToOn)
  }

  const formerNames = formerNamesAfter(unit.name, typed.name, typed.formerNames)
  const data = { ...typed, formerNames, validToOn: fromLocalDateOrNull(validToOn) }
  const where = { id: unitId, version }
  const written = await ctx.tx.unit.updateMany({ where, data: { ...data, version: { increment: 1 } } })
  await assertWritten(ctx, unitId, written)
  const { code, version: _v, validFromOn: _from, validToOn: _to, ...before } = unit
  await recordAudit(ctx, {
    event: 'unit.edited',
    as,
    entity: 'unit',
    entityId: unitId,
    unitId,
    before: { ...before, validToOn: endsBefore },
    after: { ...typed, formerNames, validToOn },
  })
  return { code }
}
