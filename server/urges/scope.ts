import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { readsUrgeSlip } from '@/domain/permissions/urge-access'
import type { Prisma } from '@/prisma/generated/client'

/** May the actor read this slip? The rule is domain/permissions/urge-access.ts. */
export function readsSlip(actor: Actor, slip: { unitId: string; senderUnitId: string }): boolean {
  return readsUrgeSlip(actor, slip)
}

/** The slips that the actor may read, as a Prisma `where`; a test holds it against the rule. */
export function visibleSlips(actor: Actor): Prisma.UrgeSlipWhereInput {
  if (actor.kind === 'system' || hasRole(actor, 'leader', 'office_head', 'officer', 'discipline')) return {}
  const units = reachOf(actor, 'unit_head', 'liaison')
  return { OR: [{ unitId: { in: units } }, { senderUnitId: { in: units } }] }
}
