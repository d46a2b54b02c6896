import type { Actor } from '@/domain/permissions/actor'
import { sitsAt } from '@/domain/permissions/actor'
import type { Role } from '@/domain/permissions/roles'

/** In whose place the actor holds what a duty needs: one of the roles, at the unit where it is a unit's; null where it is the actor's own. */
export function standInName(
  actor: Actor,
  { role, unitId }: { role: Role | readonly Role[]; unitId?: string | null },
): { name: string; nameEn: string } | null {
  const roles: readonly Role[] = typeof role === 'string' ? [role] : role
  const fit = actor.grants.filter((grant) => roles.includes(grant.role) && (!unitId || sitsAt(grant, unitId)))
  const [behalf] = fit.flatMap((grant) => (grant.onBehalfOf ? [grant.onBehalfOf] : []))
  if (!behalf || fit.some((grant) => !grant.onBehalfOf)) return null
  return { name: behalf.name, nameEn: behalf.nameEn }
}
