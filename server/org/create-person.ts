import type { z } from 'zod'
import { invalid } from '@/domain/errors'
import { newPersonSchema } from '@/domain/org/people-sheet'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'

/** A new person: who they are and how they sign in. No password: its person sets one by a one-time link. */
export const createPersonSchema = newPersonSchema

/** Adds a person without a password and without roles; returns the account. Throws invalid `account.taken`. */
export async function createPerson(ctx: Ctx, input: z.output<typeof createPersonSchema>) {
  const as = assertMay(ctx.actor, 'user.manage')
  const { account } = input
  const known = await ctx.tx.person.findUnique({ where: { account }, select: { id: true } })
  if (known) throw invalid([{ path: 'account', code: 'account.taken' }])
  const reach = { phone: input.phone || null, email: input.email || null }
  const { id } = await ctx.tx.person.create({
    data: { ...input, ...reach, createdAt: ctx.now },
    select: { id: true },
  })
  const after = { ...input, ...reach }
  await recordAudit(ctx, { event: 'account.created', as, entity: 'person', entityId: id, after })
  return { account }
}
