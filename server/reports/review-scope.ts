import { hasRole, homeUnitsOf, selvesOf, type Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/**
 * What waits for the actor, as SQL over `assignments a`, `tasks t`: the office's own parts of what it owns; of a unit head what the
 * head's own unit handed down, one level. Deeper levels may be reviewed too (`report.review` of the policy), but wait for their own.
 */
export function overseenSql(actor: Actor): Prisma.Sql {
  const ways: Prisma.Sql[] = []
  if (hasRole(actor, 'office_head', 'officer'))
    ways.push(Prisma.sql`(t.office_owned AND a.parent_assignment_id IS NULL)`)
  const below = handedDownSql(actor)
  if (below) ways.push(below)
  return ways.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

/** The part of it that is a unit head's; null for who heads no unit. */
export function handedDownSql(actor: Actor): Prisma.Sql | null {
  const heads = homeUnitsOf(actor, 'unit_head')
  if (heads.length === 0) return null
  const units = Prisma.sql`ANY(${heads}::uuid[])`
  return Prisma.sql`((NOT t.office_owned AND t.owner_unit_id = ${units} AND a.parent_assignment_id IS NULL)
    OR a.parent_assignment_id IN (SELECT x.id FROM assignments x WHERE x.unit_id = ${units}))`
}

/** Reports that wait for the actor's review, over `reports r`, `assignments a`, `tasks t`; a contract test holds it against the policy. */
export const reviewScopeSql = overseenSql

/** True for the reports that the person wrote, signed or submitted, or one for whom the person stands in: others review them. */
export function ownReportSql(actor: Actor): Prisma.Sql {
  const selves = Prisma.sql`ANY(${selvesOf(actor)}::uuid[])`
  return Prisma.sql`(r.written_by_id = ${selves} OR COALESCE(r.signed_off_by_id, r.written_by_id) = ${selves}
    OR COALESCE(r.submitted_by_id, r.written_by_id) = ${selves}
    OR EXISTS (SELECT FROM report_proxies x WHERE x.report_id = r.id AND x.person_id = ${selves}))`
}

/** True for the reports that the person put off until another day, or handed to a colleague: out of this person's queue and count, of nobody else's. */
export function setAsideSql({ actor, today }: Pick<Ctx, 'actor' | 'today'>): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM review_set_asides s WHERE s.report_id = r.id AND s.person_id = ${actor.personId}::uuid
    AND (s.until_on IS NULL OR s.until_on > ${today}::date))`
}
