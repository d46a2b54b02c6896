import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { OFFICE_ROLES, UNIT_ROLES } from '@/domain/permissions/roles'

/** Leaders, the office and discipline read all statements, a unit's people those of the units of their reach. */
export function readsStatement(actor: Actor, { unitId }: { unitId: string }): boolean {
  return hasRole(actor, ...OFFICE_ROLES) || reachOf(actor, ...UNIT_ROLES).includes(unitId)
}
