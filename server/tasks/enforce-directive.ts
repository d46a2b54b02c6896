import { nextDirectiveStatus } from '@/domain/directives/lifecycle'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import type { WorkspaceDirective } from '@/server/directives/workspace/load-workspace'
import { failRefused } from '@/server/errors'

/** Puts a directive in force at the first dispatch of one of its tasks; one in force stays so. Refused where it is closed. */
export async function enforceDirective(
  ctx: Ctx,
  directive: WorkspaceDirective,
  tasks: number,
  as: Grant | null,
): Promise<void> {
  const first = directive.status !== 'in_force'
  const status = first ? nextDirectiveStatus(directive.status, 'enforce') : directive.status
  if (!status) return failRefused('workspace.directive_closed')
  await ctx.tx.directive.update({
    where: { id: directive.id },
    data: { status, ...(first ? { inForceAt: ctx.now } : {}), version: { increment: 1 } },
    select: { id: true },
  })
  if (!first) return
  await recordAudit(ctx, {
    event: 'directive.enforced',
    as,
    entity: 'directive',
    entityId: directive.id,
    directiveId: directive.id,
    before: { status: directive.status },
    after: { status, tasks },
  })
}
