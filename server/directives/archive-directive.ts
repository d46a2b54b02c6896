import { z } from 'zod'
import { missingForClosing, nextDirectiveStatus } from '@/domain/directives/lifecycle'
import { assertCan } from '@/server/authorize'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { loadDirective } from '@/server/directives/load-directive'
import { listOpenTaskNos } from '@/server/directives/open-tasks'
import { failRefused } from '@/server/errors'
import { assertVersion, assertWritten } from '@/server/versions'

/** A closed directive as its reader saw it. */
export const archiveDirectiveSchema = z.object({ directiveId: z.uuid(), version: z.coerce.number().int() })

/**
 * 归档, by the office head or a leader: a closed directive is kept as it is; its tasks are not reopened any more. Refused:
 * directive.cannot_archive (not closed), directive.tasks_open; conflict on a stale version.
 */
export async function archiveDirective(
  ctx: Ctx,
  { directiveId, version }: z.output<typeof archiveDirectiveSchema>,
): Promise<{ no: number }> {
  const directive = await loadDirective(ctx, directiveId, { lock: true })
  const as = assertCan(ctx.actor, 'directive.archive', directive.facts, directive.mayRead)
  await assertVersion(ctx, { entityId: directiveId, actual: directive.version, expected: version })
  const status = nextDirectiveStatus(directive.status, 'archive') ?? failRefused('directive.cannot_archive')
  const [missing] = missingForClosing(await listOpenTaskNos(ctx, directiveId))
  if (missing) failRefused(missing.code, missing.params)
  const written = await ctx.tx.directive.updateMany({
    where: { id: directiveId, version },
    data: { status, version: { increment: 1 } },
  })
  await assertWritten(ctx, directiveId, written)
  await recordAudit(ctx, {
    as,
    event: 'directive.archived',
    entity: 'directive',
    entityId: directiveId,
    directiveId,
    unitId: as?.unitId,
    before: { status: directive.status },
    after: { status },
  })
  return { no: directive.no }
}
