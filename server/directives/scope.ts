import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import type { Prisma } from '@/prisma/generated/client'

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
