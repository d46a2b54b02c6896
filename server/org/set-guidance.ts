import { z } from 'zod'
import { addDays } from '@/domain/calendar/local-date'
import { mayGuide } from '@/domain/org/unit'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failNotFound, failRefused } from '@/server/errors'
import { versionField } from '@/server/org/form-fields'
import { inEffectOn } from '@/server/org/in-effect'
import { assertVersion, assertWritten } from '@/server/versions'

/** The local departments that a bureau guides from today on; those not named are guided no longer. */
export const setGuidanceSchema = z.object({
  unitId: z.uuid(),
  version: versionField,
  guidedIds: z
    .array(z.uuid())
    .or(z.uuid().transform((id) => [id]))
    .default([])
    .transform((ids) => [...new Set(ids)]),
})

/** Sets whom a bureau guides 业务指导, as of today. Throws conflict on a stale version and refused `unit.may_not_guide`. */
export async function setGuidance(ctx: Ctx, input: z.output<typeof setGuidanceSchema>) {
  const as = assertMay(ctx.actor, 'org.manage')
  const { unitId, version, guidedIds } = input
  const today = inEffectOn(ctx.today)
  const [unit, guided, now] = await Promise.all([
    ctx.tx.unit.findFirst({
      where: { id: unitId, ...today },
      select: { code: true, kind: true, version: true },
    }),
    ctx.tx.unit.findMany({
      where: { id: { in: guidedIds }, ...today },
      select: { id: true, kind: true, name: true },
    }),
    ctx.tx.guidance.findMany({
      where: { guidingUnitId: unitId, ...today },
      select: { guidedUnitId: true, guidedUnit: { select: { name: true } } },
    }),
  ])
  if (!unit) return failNotFound('unit.not_found')
  await assertVersion(ctx, { entityId: unitId, actual: unit.version, expected: version })
  if (guided.length < guidedIds.length || guided.some(({ kind }) => !mayGuide(unit.kind, kind)))
    return failRefused('unit.may_not_guide')
  const written = await ctx.tx.unit.updateMany({
    where: { id: unitId, version },
    data: { version: { increment: 1 } },
  })
  await assertWritten(ctx, unitId, written)

  const had = new Set(now.map(({ guidedUnitId }) => guidedUnitId))
  const added = guidedIds.filter((id) => !had.has(id))
  const dropped = [...had].filter((id) => !guidedIds.includes(id))
  const begun = fromLocalDate(ctx.today)
  const ended = { guidingUnitId: unitId, guidedUnitId: { in: dropped }, ...today }
  // What began today and ends today was never in effect.
  await ctx.tx.guidance.deleteMany({ where: { ...ended, validFromOn: begun } })
  await ctx.tx.guidance.updateMany({
    where: ended,
    data: { validToOn: fromLocalDate(addDays(ctx.today, -1)) },
  })
  await ctx.tx.guidance.createMany({
    data: added.map((guidedUnitId) => ({ guidingUnitId: unitId, guidedUnitId, validFromOn: begun })),
  })
  await recordAudit(ctx, {
    event: 'guidance.set',
    as,
    entity: 'unit',
    entityId: unitId,
    unitId,
    before: { guides: now.map(({ guidedUnit }) => guidedUnit.name).sort() },
    after: { guides: guided.map(({ name }) => name).sort() },
  })
  return { code: unit.code }
}
