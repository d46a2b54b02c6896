import { nextDirectiveStatus, type DirectiveStatus } from '@/domain/directives/lifecycle'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'

/** A closed directive of which a task is reopened is in force again; one in force stays so. The caller holds its lock. */
export async function reopenDirective(
  ctx: Ctx,
  directive: { id: string; status: DirectiveStatus },
  as: Grant | null,
  task: string,
): Promise<void> {
  const status = nextDirectiveStatus(directive.status, 'reopen')
  if (!status) return
  await ctx.tx.directive.update({
    where: { id: directive.id },
    data: { status, closedAt: null, closedReason: null, version: { increment: 1 } },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'directive.reopened',
    as,
    entity: 'directive',
    entityId: directive.id,
    directiveId: directive.id,
    unitId: as?.unitId,
    before: { status: directive.status },
    after: { status, task },
  })
}
