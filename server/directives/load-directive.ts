import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { directiveFactsOf } from '@/server/directives/facts'
import { failNotFound } from '@/server/errors'

type Options = {
  /** Locks the directive's row until the commit: for commands that count or change its tasks. */
  lock?: boolean
}

/** A directive without its text, with the facts that the policy asks for and whether the actor may read it. Throws not_found. */
export async function loadDirective(ctx: Ctx, directiveId: string, { lock = false }: Options = {}) {
  if (lock)
    await ctx.tx.$queryRaw`SELECT id FROM directives WHERE id = ${directiveId}::uuid FOR NO KEY UPDATE`
  const row = await ctx.tx.directive.findUnique({ where: { id: directiveId }, omit: { text: true } })
  if (!row) return failNotFound()
  const facts = await directiveFactsOf(ctx.tx, row)
  return { ...row, facts, mayRead: can(ctx.actor, 'directive.read', facts) }
}

export type LoadedDirective = Awaited<ReturnType<typeof loadDirective>>
