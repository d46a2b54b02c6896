import { hasRole, reachOf, type Actor } from './actor'

/**
 * Who reads a slip 催办单 with its text and answer: leaders, office and discipline all; a unit those that it, or a unit in its
 * reach, received or sent. Its other readers on a task see that its assignment was urged, not the words.
 */
export function readsUrgeSlip(actor: Actor, slip: { unitId: string; senderUnitId: string }): boolean {
  if (actor.kind === 'system' || hasRole(actor, 'leader', 'office_head', 'officer', 'discipline')) return true
  const units = reachOf(actor, 'unit_head', 'liaison')
  return units.includes(slip.unitId) || units.includes(slip.senderUnitId)
}
