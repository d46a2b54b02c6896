import { z } from 'zod'
import { UNIT_CHANGE_KINDS, unitPlanSchema } from '@/domain/org/unit-change'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { dayField, reasonField } from '@/server/org/form-fields'
import { assertProposable } from '@/server/org/unit-change/check-unit-change'
import { loadUnits } from '@/server/org/unit-change/load-units'

/** What is proposed: kind, the units concerned, their successors, the first day of the new order, who inherits what, and why. */
export const proposeUnitChangeSchema = z.object({
  kind: z.enum(UNIT_CHANGE_KINDS),
  fromIds: z.array(z.uuid()).min(1, { error: 'unit_change.unit_missing' }).max(20),
  toIds: z.array(z.uuid()).max(20).default([]),
  effectiveOn: dayField,
  plan: unitPlanSchema,
  reason: reasonField,
})

/**
 * Proposes a change of units; nothing moves until the security administrator confirms. Throws invalid
 * (`unit_change.date_past`) and refused (`unit_change.…`: what the rules have against it, `unit_change.already_planned`).
 */
export async function proposeUnitChange(ctx: Ctx, input: z.output<typeof proposeUnitChangeSchema>) {
  const as = assertMay(ctx.actor, 'org.manage')
  const { kind, fromIds, toIds, effectiveOn, plan, reason } = input
  // One change at a time of a unit: the second proposal finds the first.
  await loadUnits(ctx, fromIds, true)
  const { from, to, parent } = await assertProposable(ctx, input)
  const units = [...from, ...to]
  const planned = await ctx.tx.unitChangeUnit.findFirst({
    where: {
      unitId: { in: units.map(({ id }) => id) },
      change: { status: { in: ['proposed', 'confirmed'] } },
    },
    select: { unit: { select: { name: true } }, change: { select: { no: true } } },
  })
  if (planned) failRefused('unit_change.already_planned', { unit: planned.unit.name, no: planned.change.no })

  const side = (ids: readonly string[], which: 'from' | 'to') =>
    ids.map((unitId) => ({ unitId, side: which }))
  const change = await ctx.tx.unitChange.create({
    data: {
      kind,
      effectiveOn: fromLocalDate(effectiveOn),
      reason,
      plan,
      proposedById: ctx.actor.personId ?? '',
      proposedAt: ctx.now,
      units: { create: [...side(fromIds, 'from'), ...side(toIds, 'to')] },
    },
    select: { id: true, no: true },
  })
  await recordAudit(ctx, {
    event: 'unit.change_proposed',
    as,
    entity: 'unit_change',
    entityId: change.id,
    unitId: fromIds[0] ?? null,
    after: {
      kind,
      from: from.map((unit) => unit.name),
      to: [...to, ...(parent ? [parent] : [])].map((unit) => unit.name),
      ...(plan.names ?? {}),
      effectiveOn,
      reason,
    },
  })
  return { no: change.no }
}
