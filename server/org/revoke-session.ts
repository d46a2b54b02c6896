import { z } from 'zod'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { endSessions } from '@/server/org/end-session'
import { reasonField } from '@/server/org/form-fields'

/** One session of a person or all of them, and why. */
export const revokeSessionSchema = z.object({
  personId: z.uuid(),
  sessionId: z.literal('all').or(z.uuid({ error: 'session.choice_missing' })),
  reason: reasonField,
})

/** Ends one session or all of a person, but for the one that the actor is using. Throws refused `session.none_open`. */
export async function revokeSession(ctx: Ctx, input: z.output<typeof revokeSessionSchema>) {
  const as = assertMay(ctx.actor, 'session.revoke')
  const { personId, sessionId, reason } = input
  const person = await ctx.tx.person.findUnique({ where: { id: personId }, select: { account: true } })
  if (!person) return failNotFound('account.not_found')
  const only = sessionId === 'all' ? undefined : sessionId
  const choice = { personId, only, except: ctx.actor.sessionId, as, why: reason }
  const ended = await endSessions(ctx, choice, 'revoked')
  if (ended === 0) return failRefused('session.none_open')
  return { account: person.account, ended }
}
