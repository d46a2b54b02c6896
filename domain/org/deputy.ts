import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { periodsOverlap } from '@/domain/permissions/role-units'
import { isAdminRole, type Role } from '@/domain/permissions/roles'

/** The longest that one deputy stands in by one naming, in days. */
export const DEPUTY_MOST_DAYS = 366

/** A role at a unit; both null: all roles of the person. */
export type DeputyPost = { role: Role | null; unitId: string | null }

type Named = DeputyPost & { validFromOn: LocalDate; validToOn: LocalDate }
type Asked = Named & {
  personId: string
  deputyId: string
  /** Roles that the one stood for holds, and those of the deputy, in effect now or later. */
  personRoles: readonly { role: Role; unitId: string }[]
  deputyRoles: readonly Role[]
  /** Deputies of the same person that are not ended. */
  others: readonly Named[]
}

/** True for a role that a deputy may hold in somebody's place: administrators and discipline act in person alone. */
export function mayBeStoodFor(role: Role): boolean {
  return !isAdminRole(role) && role !== 'discipline'
}

/** Why this person cannot be named, as field and code; null where it can be. */
export function deputyObstacle(asked: Asked, today: LocalDate): { path: string; code: string } | null {
  const { validFromOn, validToOn, role, unitId } = asked
  if (asked.personId === asked.deputyId) return { path: 'deputyId', code: 'deputies.self' }
  if (validToOn < validFromOn) return { path: 'validToOn', code: 'deputies.dates_out_of_order' }
  if (validFromOn < today) return { path: 'validFromOn', code: 'deputies.starts_in_past' }
  if (validToOn > addDays(validFromOn, DEPUTY_MOST_DAYS))
    return { path: 'validToOn', code: 'deputies.too_long' }
  if (asked.deputyRoles.some((one) => !mayBeStoodFor(one)) || asked.deputyRoles.length === 0)
    return { path: 'deputyId', code: 'deputies.deputy_unfit' }
  const held = asked.personRoles.filter((one) => mayBeStoodFor(one.role))
  const meant = role === null ? held : held.filter((one) => one.role === role && one.unitId === unitId)
  if (meant.length === 0) return { path: 'post', code: 'deputies.role_not_held' }
  const taken = asked.others.some((one) => periodsOverlap(one, asked) && samePost(one, asked))
  return taken ? { path: 'validFromOn', code: 'deputies.already_named' } : null
}

/** True where two namings concern a role in common. */
function samePost(a: DeputyPost, b: DeputyPost): boolean {
  return a.role === null || b.role === null || (a.role === b.role && a.unitId === b.unitId)
}
