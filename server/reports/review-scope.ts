import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/**
 * Reports that the actor's roles review, as SQL over `reports r`, `assignments a`, `tasks t`: the office's of what the office owns, a unit head's
 * of what the unit handed down. The same rule as `report.review` of the policy but for the person's own; a contract test holds the two together.
 */
export function reviewScopeSql(actor: Actor): Prisma.Sql {
  const ways: Prisma.Sql[] = []
  if (hasRole(actor, 'office_head', 'officer')) ways.push(Prisma.sql`t.office_owned`)
  const reach = reachOf(actor, 'unit_head')
  if (reach.length > 0) {
    const units = Prisma.sql`ANY(${reach}::uuid[])`
    ways.push(Prisma.sql`(NOT t.office_owned AND t.owner_unit_id = ${units})`)
    ways.push(Prisma.sql`EXISTS (SELECT 1 FROM assignment_readers x WHERE x.assignment_id = a.id AND x.unit_id <> a.unit_id
      AND x.unit_id = ${units})`)
  }
  return ways.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

/** True for the reports that the person wrote, signed or submitted: others review them. */
export function ownReportSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`${actor.personId}::uuid IN (r.written_by_id, COALESCE(r.signed_off_by_id, r.written_by_id),
    COALESCE(r.submitted_by_id, r.written_by_id))`
}

/** True for the reports that the person put off until another day, or handed to a colleague: out of this person's queue and count, of nobody else's. */
export function setAsideSql({ actor, today }: Pick<Ctx, 'actor' | 'today'>): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM review_set_asides s WHERE s.report_id = r.id AND s.person_id = ${actor.personId}::uuid
    AND (s.until_on IS NULL OR s.until_on > ${today}::date))`
}
