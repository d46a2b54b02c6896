import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { OFFICE_ROLES, UNIT_ROLES } from '@/domain/permissions/roles'
import type { Prisma } from '@/prisma/generated/client'

/** The statements that the actor may read (rule: domain/statements/reading.ts). */
export function visibleStatements(actor: Actor): Prisma.StatementWhereInput {
  if (hasRole(actor, ...OFFICE_ROLES)) return {}
  return { unitId: { in: reachOf(actor, ...UNIT_ROLES) } }
}
