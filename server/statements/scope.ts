import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { OFFICE_ROLES, UNIT_ROLES } from '@/domain/permissions/roles'
import { Prisma } from '@/prisma/generated/client'

/** The units whose statements the actor may read (rule: domain/statements/reading.ts); null for those of all. */
function unitsRead(actor: Actor): string[] | null {
  return hasRole(actor, ...OFFICE_ROLES) ? null : reachOf(actor, ...UNIT_ROLES)
}

/** The statements that the actor may read. */
export function visibleStatements(actor: Actor): Prisma.StatementWhereInput {
  const units = unitsRead(actor)
  return units === null ? {} : { unitId: { in: units } }
}

/** The same as SQL, of the unit of each. */
export function visibleStatementsSql(actor: Actor, unitId: Prisma.Sql): Prisma.Sql {
  const units = unitsRead(actor)
  return units === null ? Prisma.sql`TRUE` : Prisma.sql`${unitId} = ANY(${units}::uuid[])`
}
