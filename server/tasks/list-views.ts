import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { visibleViews } from '@/server/tasks/open-view'

/** Shared views on the tabs at most; each owner keeps twenty at most. */
const AT_MOST = 60

/** The kept views of the ledger: the own ones first, then what the office shares, each with what this person may do to it. */
export async function listViews(ctx: Ctx) {
  if (!can(ctx.actor, 'view.keep')) return []
  const rows = await ctx.tx.ledgerView.findMany({
    where: visibleViews(ctx),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: AT_MOST,
    select: {
      id: true,
      ownerId: true,
      name: true,
      query: true,
      shared: true,
      version: true,
      owner: { select: { name: true, nameEn: true } },
    },
  })
  const views = rows.map(({ ownerId, ...view }) => {
    const own = ownerId === ctx.actor.personId
    return { ...view, own, mayRemove: own || can(ctx.actor, 'view.clear') }
  })
  return [...views.filter((view) => view.own), ...views.filter((view) => !view.own)]
}

export type KeptView = Awaited<ReturnType<typeof listViews>>[number]
