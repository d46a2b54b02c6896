import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import { visibleTasksSql } from '@/server/tasks/scope'

/** The directives that the actor may read, as a Prisma `where` (rule: domain/permissions/reading.ts, grantReadsDirective). */
export function visibleDirectives(actor: Actor): Prisma.DirectiveWhereInput {
  const drafts = hasRole(actor, 'office_head', 'officer')
  const all = actor.kind === 'system' || drafts || hasRole(actor, 'leader', 'discipline')
  const unitIds = reachOf(actor, 'unit_head', 'liaison')
  const ways: Prisma.DirectiveWhereInput[] = []
  if (drafts) return {}
  if (all) {
    ways.push({ status: { notIn: ['draft', 'discarded'] } })
    ways.push({ status: 'draft', tasks: { some: { submittedAt: { not: null } } } })
  }
  if (!all && unitIds.length > 0) {
    ways.push({
      status: { notIn: ['draft', 'discarded'] },
      tasks: { some: { dispatchedAt: { not: null }, readers: { some: { unitId: { in: unitIds } } } } },
    })
  }
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways }
}

/** The same rule as SQL over `directives d`. */
export function visibleDirectivesSql(actor: Actor): Prisma.Sql {
  const drafts = hasRole(actor, 'office_head', 'officer')
  if (drafts) return Prisma.sql`TRUE`
  if (readsAll(actor)) {
    return Prisma.sql`(d.status NOT IN ('draft', 'discarded') OR (d.status = 'draft'
      AND EXISTS (SELECT FROM tasks x WHERE x.directive_id = d.id AND x.submitted_at IS NOT NULL)))`
  }
  const unitIds = reachOf(actor, 'unit_head', 'liaison')
  if (unitIds.length === 0) return Prisma.sql`FALSE`
  return Prisma.sql`(d.status NOT IN ('draft', 'discarded') AND d.id IN (SELECT x.directive_id FROM assignment_readers y
    JOIN tasks x ON x.id = y.task_id WHERE y.unit_id = ANY(${unitIds}::uuid[]) AND x.dispatched_at IS NOT NULL))`
}

/**
 * Which sentences of a readable directive are received, over `provisions p`: all of them by leaders, office, discipline and units with the full
 * text; by others those of the tasks that they may read (directive-text.ts shows the same).
 */
export function receivedProvisionsSql(actor: Actor): Prisma.Sql {
  if (readsAll(actor)) return Prisma.sql`TRUE`
  const unitIds = reachOf(actor, 'unit_head', 'liaison')
  return Prisma.sql`(p.directive_id IN (SELECT x.directive_id FROM directive_distributions x
      WHERE x.extent = 'full' AND x.unit_id = ANY(${unitIds}::uuid[]))
    OR EXISTS (SELECT FROM task_provisions x JOIN tasks t ON t.id = x.task_id WHERE x.provision_id = p.id AND ${visibleTasksSql(actor)}))`
}

function readsAll(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'leader', 'office_head', 'officer', 'discipline')
}
