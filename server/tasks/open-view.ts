import { can } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { assertVersion } from '@/server/versions'

/** The views that a person sees: the own ones, and in the office those shared with it. */
export function visibleViews(ctx: Pick<Ctx, 'actor'>): Prisma.LedgerViewWhereInput {
  const ownerId = ctx.actor.personId
  if (ownerId === null) return { id: { in: [] } }
  return can(ctx.actor, 'view.share') ? { OR: [{ ownerId }, { shared: true }] } : { ownerId }
}

/** A view at the version that was seen. Throws not_found for what this person does not see, conflict where it changed. */
export async function openView(ctx: Ctx, input: { viewId: string; version: number }) {
  const view = await ctx.tx.ledgerView.findFirst({
    where: { AND: [{ id: input.viewId }, visibleViews(ctx)] },
  })
  if (!view) return failNotFound()
  await assertVersion(ctx, { entityId: view.id, actual: view.version, expected: input.version })
  return view
}
