import type { LocalDate } from '@/domain/calendar/local-date'
import type { UnitKind } from '@/domain/org/unit'
import { ADMIN_ROLES, isAdminRole, type Role } from './roles'

/** Units that carry out tasks: whoever works there heads one or is its liaison. */
const CARRIERS: readonly UnitKind[] = [
  'office',
  'bureau',
  'affiliated',
  'discipline',
  'province',
  'city',
  'county',
]
const HEADQUARTERS: readonly UnitKind[] = ['ministry', 'office', 'affiliated']

/** The kinds of unit at which each role is held. External units have no accounts. */
export const ROLE_UNIT_KINDS: Readonly<Record<Role, readonly UnitKind[]>> = {
  leader: ['ministry'],
  office_head: ['office'],
  officer: ['office'],
  unit_head: CARRIERS,
  liaison: CARRIERS,
  discipline: ['discipline'],
  system_admin: HEADQUARTERS,
  security_admin: HEADQUARTERS,
  auditor: HEADQUARTERS,
}

/** True where the role may be held at a unit of this kind. */
export function fitsUnit(role: Role, kind: UnitKind): boolean {
  return ROLE_UNIT_KINDS[role].includes(kind)
}

/** A stretch of days, both ends included; null: until further notice. */
export type Period = { validFromOn: LocalDate; validToOn: LocalDate | null }

/** True where two stretches share a day: roles conflict only then. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return (
    (a.validToOn === null || b.validFromOn <= a.validToOn) &&
    (b.validToOn === null || a.validFromOn <= b.validToOn)
  )
}

/** Roles that somebody must always hold: without them nobody could grant, unlock or add again. All three administrators. */
export function mustBeHeld(role: Role): role is (typeof ADMIN_ROLES)[number] {
  return isAdminRole(role)
}
