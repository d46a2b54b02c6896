import { z } from 'zod'
import { can } from '@/domain/permissions/policy'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failForbidden } from '@/server/errors'
import { openView } from '@/server/tasks/open-view'
import { assertWritten } from '@/server/versions'

export const removeViewSchema = z.object({ viewId: z.uuid(), version: z.coerce.number().int() })

/**
 * Removes an own view; the office head also what somebody else shared. What it showed stays: a view is only an address. Not found for whoever
 * does not see it, forbidden for anybody else.
 */
export async function removeView(
  ctx: Ctx,
  input: z.output<typeof removeViewSchema>,
): Promise<{ href: string }> {
  const as = assertMay(ctx.actor, 'view.keep')
  const view = await openView(ctx, input)
  const own = view.ownerId === ctx.actor.personId
  if (!own && !can(ctx.actor, 'view.clear')) return failForbidden()
  const removed = await ctx.tx.ledgerView.deleteMany({ where: { id: view.id, version: view.version } })
  await assertWritten(ctx, view.id, removed)
  const { name, query, shared } = view
  await recordAudit(ctx, {
    event: 'view.removed',
    as,
    entity: 'view',
    entityId: view.id,
    before: { name, query, shared },
    after: {},
  })
  return { href: `/tasks?${query}` }
}
