import { can, type Permission, type SubjectOf } from '@/domain/permissions/policy'
import { brandActor, type Actor, type Grant } from '@/domain/permissions/actor'
import { failForbidden, failNotFound } from '@/server/errors'

/** The first grant by which the actor may do it, or null: what the audit log records as role and unit. */
export function grantFor<P extends Permission>(actor: Actor, permission: P, subject?: SubjectOf<P>): Grant | null {
  if (actor.kind === 'system') return null
  for (const grant of actor.grants) {
    if (can(brandActor({ ...actor, grants: [grant] }), permission, subject)) return grant
  }
  return null
}

/** Refuses what the policy refuses: 404 where the record may not even be read, else 403. Returns the grant used. */
export function assertCan<P extends Permission>(
  actor: Actor,
  permission: P,
  subject?: SubjectOf<P>,
  mayRead = true,
): Grant | null {
  if (can(actor, permission, subject)) return grantFor(actor, permission, subject)
  return mayRead ? failForbidden() : failNotFound()
}
