import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { can } from '@/domain/permissions/policy'
import { keptQuery } from '@/domain/tasks/ledger-filter'
import { ledgerQuerySchema } from '@/domain/tasks/ledger-schema'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failForbidden } from '@/server/errors'
import { openView } from '@/server/tasks/open-view'
import { viewName } from '@/server/tasks/save-view'
import { assertWritten } from '@/server/versions'

/** One of: another name, the address as it is now, shared with the office or not. What is left out stays. */
export const changeViewSchema = z.object({
  viewId: z.uuid(),
  version: z.coerce.number().int(),
  name: viewName.optional(),
  query: ledgerQuerySchema.optional(),
  shared: z.enum(['true', 'false']).optional(),
})

/**
 * Renames an own view, keeps the address as it is now, shares it with the office or takes it back. Not found for whoever does not see it,
 * forbidden for whoever does not own it; invalid where another own view has that name.
 */
export async function changeView(
  ctx: Ctx,
  input: z.output<typeof changeViewSchema>,
): Promise<{ id: string; href: string }> {
  const as = assertMay(ctx.actor, 'view.keep')
  const view = await openView(ctx, input)
  if (view.ownerId !== ctx.actor.personId) return failForbidden()
  const after = {
    name: input.name ?? view.name,
    query: input.query ? keptQuery(input.query) : view.query,
    shared: input.shared === undefined ? view.shared : input.shared === 'true',
  }
  if (after.shared && !view.shared && !can(ctx.actor, 'view.share')) return failForbidden()
  const taken = await ctx.tx.ledgerView.count({
    where: { ownerId: view.ownerId, name: after.name, id: { not: view.id } },
  })
  if (taken > 0) throw invalid([{ path: 'name', code: 'view.name_taken' }])
  const written = await ctx.tx.ledgerView.updateMany({
    where: { id: view.id, version: view.version },
    data: { ...after, version: { increment: 1 } },
  })
  await assertWritten(ctx, view.id, written)
  const { name, query, shared } = view
  await recordAudit(ctx, {
    event: 'view.changed',
    as,
    entity: 'view',
    entityId: view.id,
    before: { name, query, shared },
    after,
  })
  return { id: view.id, href: `/tasks?${after.query}&saved=${view.id}` }
}
