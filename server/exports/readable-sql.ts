import type { Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import { taskScopeOf } from '@/server/tasks/scope'

/**
 * The assignments of `assignments a` that the actor reads whole: everything for who reads all; else those of the own reach and what descends
 * from them, all of a task that the unit owns, and a lead its supporters'. The rule is domain/permissions/reading.ts (grantReadsReport,
 * signed); a test holds the two together.
 */
export function readableAssignments(actor: Actor): Prisma.Sql {
  const scope = taskScopeOf(actor)
  if (scope.all) return Prisma.sql`TRUE`
  if (scope.unitIds.length === 0) return Prisma.sql`FALSE`
  const units = Prisma.sql`${scope.unitIds}::uuid[]`
  const lead = Prisma.sql`SELECT FROM assignments l WHERE l.task_id = a.task_id AND l.part = 'lead' AND l.status <> 'replaced' AND l.unit_id = ANY(${units})`
  return Prisma.sql`(EXISTS (SELECT FROM assignment_readers r WHERE r.assignment_id = a.id AND r.unit_id = ANY(${units}))
    OR EXISTS (SELECT FROM tasks o WHERE o.id = a.task_id AND NOT o.office_owned AND o.owner_unit_id = ANY(${units}))
    OR (a.part = 'supporting' AND EXISTS (${lead}))
    OR (EXISTS (SELECT FROM units x WHERE x.id = a.unit_id AND x.kind = 'external') AND EXISTS (${lead})))`
}
