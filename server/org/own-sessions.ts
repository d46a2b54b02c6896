import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { endSessions } from '@/server/org/end-session'

const MOST_SHOWN = 50

/** One of the person's open sessions, as the page shows it; instants as ISO text. */
export type OwnSession = {
  id: string
  startedAt: string
  seenAt: string
  address: string
  userAgent: string
  current: boolean
}

/** The actor's open sessions that have not run out, the latest first, at most 50. */
export async function listOwnSessions(ctx: Ctx): Promise<OwnSession[]> {
  if (!ctx.actor.personId) return []
  const idleSince = new Date(ctx.now.getTime() - ctx.settings.idleMinutes * 60_000)
  const rows = await ctx.tx.session.findMany({
    where: { personId: ctx.actor.personId, endedAt: null, seenAt: { gte: idleSince } },
    orderBy: { seenAt: 'desc' },
    take: MOST_SHOWN,
    select: { id: true, createdAt: true, seenAt: true, address: true, userAgent: true },
  })
  return rows.map(({ id, createdAt, seenAt, address, userAgent }) => ({
    id,
    startedAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    address,
    userAgent,
    current: id === ctx.actor.sessionId,
  }))
}

/** One session to end. */
export const endOwnSessionSchema = z.object({ sessionId: z.uuid() })

/** Ends one of the actor's own sessions; throws not_found for anybody else's and for one that has ended. */
export async function endOneSession(
  ctx: Ctx,
  { sessionId }: z.output<typeof endOwnSessionSchema>,
): Promise<void> {
  const personId = ctx.actor.personId ?? failNotFound()
  const ended = await endSessions(ctx, { personId, only: sessionId }, 'signed_out')
  if (ended === 0) failNotFound()
}

/** Nothing is asked. */
export const endAllSessionsSchema = z.object({})

/** 全部退出: ends all of the actor's sessions, this one too. Returns how many. */
export async function endAllSessions(ctx: Ctx): Promise<number> {
  return endSessions(ctx, { personId: ctx.actor.personId ?? failNotFound() }, 'signed_out')
}
