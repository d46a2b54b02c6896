import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { can } from '@/domain/permissions/policy'
import { keptQuery } from '@/domain/tasks/ledger-filter'
import { ledgerQuerySchema } from '@/domain/tasks/ledger-schema'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failForbidden, failRefused } from '@/server/errors'

/** Own views at most: more would be a list, not tabs. */
export const VIEWS_AT_MOST = 20

export const viewName = z.string().trim().min(1, 'view.name_empty').max(40, 'view.name_long')
const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

/** The address as text, its name, and whether the office is to have it too. */
export const saveViewSchema = z.object({
  name: viewName,
  query: ledgerQuerySchema,
  shared: ticked.default(false),
})

/**
 * 存为视图: keeps an address of the ledger under a name, for oneself or for the office. Invalid where one's own view has that name;
 * refused from the twenty-first on. Answers the address of the view.
 */
export async function saveView(
  ctx: Ctx,
  input: z.output<typeof saveViewSchema>,
): Promise<{ id: string; href: string }> {
  const as = assertMay(ctx.actor, 'view.keep')
  if (input.shared && !can(ctx.actor, 'view.share')) return failForbidden()
  const ownerId = ctx.actor.personId
  if (ownerId === null) return failForbidden()
  await ctx.tx.$queryRaw`SELECT id FROM people WHERE id = ${ownerId}::uuid FOR UPDATE`
  const own = await ctx.tx.ledgerView.findMany({ where: { ownerId }, select: { name: true } })
  if (own.length >= VIEWS_AT_MOST) return failRefused('view.too_many', { most: VIEWS_AT_MOST })
  if (own.some((view) => view.name === input.name)) throw invalid([{ path: 'name', code: 'view.name_taken' }])
  const { name, shared } = input
  const query = keptQuery(input.query)
  const { id } = await ctx.tx.ledgerView.create({
    data: { ownerId, name, shared, query },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'view.saved',
    as,
    entity: 'view',
    entityId: id,
    before: {},
    after: { name, query, shared },
  })
  return { id, href: `/tasks?${query}&saved=${id}` }
}
