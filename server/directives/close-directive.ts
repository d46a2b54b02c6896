import { z } from 'zod'
import { missingForClosing, nextDirectiveStatus } from '@/domain/directives/lifecycle'
import { assertCan } from '@/server/authorize'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { loadDirective } from '@/server/directives/load-directive'
import { listOpenTaskNos } from '@/server/directives/open-tasks'
import { failRefused } from '@/server/errors'
import { assertVersion, assertWritten } from '@/server/versions'

/** A directive in force as its reader saw it, with a remark for the record where there is one. */
export const closeDirectiveSchema = z.object({
  directiveId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().max(500, 'directive.field_too_long').default(''),
})

/**
 * 办结归口, by the office head or a leader: nothing of the directive is owed any more. Refused: directive.cannot_close (not in force),
 * directive.tasks_open (with how many, drafts too); conflict on a stale version.
 */
export async function closeDirective(
  ctx: Ctx,
  { directiveId, version, reason }: z.output<typeof closeDirectiveSchema>,
): Promise<{ no: number }> {
  const directive = await loadDirective(ctx, directiveId, { lock: true })
  const as = assertCan(ctx.actor, 'directive.close', directive.facts, directive.mayRead)
  await assertVersion(ctx, { entityId: directiveId, actual: directive.version, expected: version })
  const status = nextDirectiveStatus(directive.status, 'close') ?? failRefused('directive.cannot_close')
  const [missing] = missingForClosing(await listOpenTaskNos(ctx, directiveId))
  if (missing) failRefused(missing.code, missing.params)
  const written = await ctx.tx.directive.updateMany({
    where: { id: directiveId, version },
    data: { status, closedAt: ctx.now, closedReason: reason || null, version: { increment: 1 } },
  })
  await assertWritten(ctx, directiveId, written)
  await recordAudit(ctx, {
    as,
    event: 'directive.closed',
    entity: 'directive',
    entityId: directiveId,
    directiveId,
    unitId: as?.unitId,
    before: { status: directive.status },
    after: { status, ...(reason ? { reason } : {}) },
  })
  return { no: directive.no }
}
