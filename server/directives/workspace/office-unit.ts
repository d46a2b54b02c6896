import type { Grant } from '@/domain/permissions/actor'
import { failForbidden } from '@/server/errors'

/** The unit that owns what is drafted: the one in which the person acts, the supervision office. */
export function officeUnitOf(as: Grant | null): string {
  return as?.unitId ?? failForbidden()
}
