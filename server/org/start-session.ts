import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { findActorBySession } from '@/server/org/load-actor'

type Start = { personId: string; userAgent: string; how: 'password' | 'demo' | 'totp' | 'recovery' }

/** Opens a session for a person whose identity is proven, records it as their act, and returns its id. */
export async function startSession(ctx: Ctx, { personId, userAgent, how }: Start): Promise<string> {
  const { id } = await ctx.tx.session.create({
    data: {
      personId,
      address: ctx.address,
      userAgent: userAgent.slice(0, 300),
      createdAt: ctx.now,
      seenAt: ctx.now,
    },
    select: { id: true },
  })
  const person = await findActorBySession(ctx.tx, id, ctx.today)
  const entry = {
    event: 'session.started',
    as: null,
    entity: 'session',
    entityId: id,
    after: { how },
  } as const
  await recordAudit(person ? { ...ctx, actor: person.actor } : ctx, entry)
  return id
}
