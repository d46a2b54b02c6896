import { z } from 'zod'
import { nextDirectiveStatus } from '@/domain/directives/lifecycle'
import { assertCan } from '@/server/authorize'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { loadDirective } from '@/server/directives/load-directive'
import { failRefused } from '@/server/errors'
import { assertVersion, assertWritten } from '@/server/versions'

/** A draft directive with why no task comes of it. */
export const endDraftSchema = z.object({
  directiveId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'directive.reason_required').max(500, 'directive.field_too_long'),
})

const ENDS = {
  file: { permission: 'directive.file', event: 'directive.filed' },
  discard: { permission: 'directive.discard', event: 'directive.discarded' },
} as const

/**
 * Ends a draft directive as filed 存查 or discarded: its draft tasks go with it. Refused: directive.not_draft, directive.tasks_submitted (send
 * them back first); conflict on a stale version.
 */
export async function endDraft(
  ctx: Ctx,
  how: keyof typeof ENDS,
  { directiveId, version, reason }: z.output<typeof endDraftSchema>,
): Promise<{ no: number }> {
  const { permission, event } = ENDS[how]
  const directive = await loadDirective(ctx, directiveId, { lock: true })
  const as = assertCan(ctx.actor, permission, directive.facts, directive.mayRead)
  const status = nextDirectiveStatus(directive.status, how) ?? failRefused('directive.not_draft')
  await assertVersion(ctx, { entityId: directiveId, actual: directive.version, expected: version })
  const submitted = await ctx.tx.task.count({ where: { directiveId, status: { not: 'draft' } } })
  if (submitted > 0) failRefused('directive.tasks_submitted', { count: submitted })
  const { count: tasksDropped } = await ctx.tx.task.deleteMany({ where: { directiveId } })
  const written = await ctx.tx.directive.updateMany({
    where: { id: directiveId, version },
    data: { status, closedReason: reason, version: { increment: 1 } },
  })
  await assertWritten(ctx, directiveId, written)
  await recordAudit(ctx, {
    as,
    event,
    entity: 'directive',
    entityId: directiveId,
    directiveId,
    unitId: as?.unitId,
    before: { status: directive.status },
    after: { status, reason, tasksDropped },
  })
  return { no: directive.no }
}
