/** The nine roles of domain.md §4. A person holds them per unit, with dates. */
export const ROLES = [
  'leader',
  'office_head',
  'officer',
  'unit_head',
  'liaison',
  'discipline',
  'system_admin',
  'security_admin',
  'auditor',
] as const
/** One of `ROLES`. */
export type Role = (typeof ROLES)[number]

/** The three separated administrators 三员分立: each excludes every other role. */
export const ADMIN_ROLES = ['system_admin', 'security_admin', 'auditor'] as const satisfies readonly Role[]

/** Roles that see and serve the whole of the office's business, not one unit's. */
export const OFFICE_ROLES = [
  'leader',
  'office_head',
  'officer',
  'discipline',
] as const satisfies readonly Role[]

/** Roles of a unit that carries out tasks. */
export const UNIT_ROLES = ['unit_head', 'liaison'] as const satisfies readonly Role[]

/** True for an administrator, who sees no business data. */
export function isAdminRole(role: Role): boolean {
  return (ADMIN_ROLES as readonly Role[]).includes(role)
}

/**
 * Those of the held roles that forbid granting the wanted one; empty where it may be granted.
 * The same role for a further unit never conflicts with itself.
 */
export function conflictingRoles(held: readonly Role[], wanted: Role): Role[] {
  return [...new Set(held)].filter((role) => role !== wanted && (isAdminRole(role) || isAdminRole(wanted)))
}
