import type { Actor, Grant } from '@/domain/permissions/actor'
import { can, grantsFor, type Permission, type SubjectOf } from '@/domain/permissions/policy'
import { failForbidden, failNotFound } from '@/server/errors'

/**
 * Refuses what the policy refuses: not_found (404) where the record may not even be read, else forbidden.
 * Returns the grant by which the actor may: what the audit log records as role and unit; null for the system.
 */
export function assertCan<P extends Permission>(
  actor: Actor,
  permission: P,
  subject: SubjectOf<P>,
  mayRead: boolean,
): Grant | null {
  if (!can(actor, permission, subject)) return mayRead ? failForbidden() : failNotFound()
  return grantsFor(actor, permission, subject)[0] ?? null
}

/** As `assertCan` for a permission that concerns no record: forbidden where no role of the actor holds the verb. */
export function assertMay(actor: Actor, permission: Permission): Grant | null {
  if (!can(actor, permission)) return failForbidden()
  return grantsFor(actor, permission)[0] ?? null
}
