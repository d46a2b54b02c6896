import { hasRole, homeUnitsOf, reachOf, type Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import { visibleTasksSql } from '@/server/tasks/scope'

/**
 * The rule of reading reports (domain/permissions/reading.ts, grantReadsReport) of tasks that may be read, as SQL over `search_reports s`; unit
 * people start from their assignments. A test holds it against the policy.
 */
export function visibleReportsSql(actor: Actor): Prisma.Sql {
  const units = reachOf(actor, 'unit_head', 'liaison')
  const ways: Prisma.Sql[] = []
  // What was signed hangs on a task that went out: leaders, office and discipline read it all.
  if (readsAll(actor)) ways.push(Prisma.sql`s.signed`)
  else if (units.length > 0)
    ways.push(
      Prisma.sql`(s.signed AND (s.assignment_id IN (${readableAssignments(units)}) OR (s.under_lead AND s.task_id IN (${ledTasks(units)}))))`,
    )
  if (units.length > 0) ways.push(unsignedSql(actor, units))
  return ways.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

/** The reports that a unit's people may read, from their assignments on; null for others. As `visibleReportsSql`, by another way: the two are tested together. */
export function ownReportsSql(actor: Actor): Prisma.Sql | null {
  const units = reachOf(actor, 'unit_head', 'liaison')
  if (readsAll(actor) || units.length === 0) return null
  return Prisma.sql`SELECT s.report_id AS id FROM (${readableAssignments(units)}) x JOIN search_reports s ON s.assignment_id = x.assignment_id WHERE s.signed
    UNION ALL SELECT s.report_id FROM (${ledTasks(units)}) l JOIN search_reports s ON s.task_id = l.task_id WHERE s.under_lead AND s.signed
    UNION ALL SELECT s.report_id FROM search_reports s WHERE ${unsignedSql(actor, units)}`
}

/** Whether the signed reports of `assignments a`, of a task that may be read, are this person's to read; the same rule. */
export function readsPartSql(actor: Actor): Prisma.Sql {
  if (readsAll(actor)) return Prisma.sql`TRUE`
  const units = reachOf(actor, 'unit_head', 'liaison')
  if (units.length === 0) return Prisma.sql`FALSE`
  return Prisma.sql`(a.id IN (${readableAssignments(units)}) OR (a.task_id IN (${ledTasks(units)})
    AND (a.part = 'supporting' OR EXISTS (SELECT FROM units e WHERE e.id = a.unit_id AND e.kind = 'external'))))`
}

/** Own ones and what descends from them; what hangs on a task that the units own. */
function readableAssignments(unitIds: string[]): Prisma.Sql {
  const units = Prisma.sql`ANY(${unitIds}::uuid[])`
  return Prisma.sql`SELECT x.assignment_id FROM assignment_readers x WHERE x.unit_id = ${units}
    UNION ALL SELECT x.id FROM assignments x WHERE x.unit_id = ${units} AND x.status = 'replaced'
      AND (EXISTS (SELECT FROM assignment_readers y WHERE y.task_id = x.task_id AND y.unit_id = ${units})
        OR EXISTS (SELECT FROM tasks y WHERE y.id = x.task_id AND NOT y.office_owned AND y.owner_unit_id = ${units}))
    UNION ALL SELECT x.id FROM tasks o JOIN assignments x ON x.task_id = o.id WHERE NOT o.office_owned AND o.owner_unit_id = ${units}`
}

/** Who leads a task reads its supporters and the units without accounts: those are the reports `under_lead`. */
function ledTasks(unitIds: string[]): Prisma.Sql {
  return Prisma.sql`SELECT l.task_id FROM assignments l WHERE l.unit_id = ANY(${unitIds}::uuid[]) AND l.part = 'lead' AND l.status <> 'replaced'`
}

/** Unsigned it is read where it is written: by the unit's own people, and by its writer above; few rows at any time. */
function unsignedSql(actor: Actor, units: string[]): Prisma.Sql {
  const homes = homeUnitsOf(actor, 'unit_head', 'liaison')
  const recording = Prisma.sql`(SELECT CASE WHEN u.kind = 'external' THEN (SELECT l.unit_id FROM assignments l
    WHERE l.task_id = a.task_id AND l.part = 'lead' AND l.status <> 'replaced') ELSE a.unit_id END FROM units u WHERE u.id = a.unit_id)`
  return Prisma.sql`(NOT s.signed AND s.report_id IN (SELECT r.id FROM reports r JOIN assignments a ON a.id = r.assignment_id JOIN tasks t ON t.id = a.task_id
    WHERE r.status IN ('draft', 'awaiting_signoff') AND (${recording} = ANY(${homes}::uuid[])
      OR (r.written_by_id = ${actor.personId}::uuid AND ${recording} = ANY(${units}::uuid[]))) AND ${visibleTasksSql(actor)}))`
}

function readsAll(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'leader', 'office_head', 'officer', 'discipline')
}
