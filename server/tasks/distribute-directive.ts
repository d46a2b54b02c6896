import type { Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import type { WorkspaceDirective } from '@/server/directives/workspace/load-workspace'
import type { SentPart } from '@/server/tasks/dispatch-task'

type Extent = 'excerpt' | 'full'

/** What a unit receives where nobody chose: the excerpt of a meeting, the full text of a document or an instruction. */
export function defaultExtent(kind: WorkspaceDirective['kind']): Extent {
  return kind === 'meeting' ? 'excerpt' : 'full'
}

/** Sets what of the text each unit receives. A unit that already has the full text keeps it. Returns the grant used. */
export async function distributeDirective(
  ctx: Ctx,
  directive: WorkspaceDirective,
  sent: readonly SentPart[],
  chosen: Readonly<Record<string, Extent>> = {},
): Promise<Grant | null> {
  const as = assertCan(ctx.actor, 'directive.distribute', directive.facts, directive.mayRead)
  const units = [...new Set(sent.map((part) => part.unitId))]
  const extents = new Map(units.map((id) => [id, chosen[id] ?? defaultExtent(directive.kind)]))
  const full = units.filter((id) => extents.get(id) === 'full')
  await ctx.tx.directiveDistribution.createMany({
    data: units.map((unitId) => ({
      directiveId: directive.id,
      unitId,
      extent: extents.get(unitId) ?? 'excerpt',
      createdAt: ctx.now,
    })),
    skipDuplicates: true,
  })
  await ctx.tx.directiveDistribution.updateMany({
    where: { directiveId: directive.id, unitId: { in: full } },
    data: { extent: 'full' },
  })
  await recordAudit(ctx, {
    event: 'directive.distributed',
    as,
    entity: 'directive',
    entityId: directive.id,
    directiveId: directive.id,
    after: { full, excerpt: units.filter((id) => extents.get(id) === 'excerpt') },
  })
  return as
}
