import type { Prisma } from '@/prisma/generated/client'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { ACCOUNTS_PAGE, liveSession } from '@/server/org/list-accounts'
import { personMatches } from '@/server/org/list-admin-people'
import { pageBy, type Cursor } from '@/server/org/page-by'

const SELECT = {
  id: true,
  createdAt: true,
  seenAt: true,
  address: true,
  userAgent: true,
  person: { select: { id: true, account: true, name: true, nameEn: true } },
} satisfies Prisma.SessionSelect

const toRow = (
  ctx: Ctx,
  { createdAt, seenAt, ...session }: Prisma.SessionGetPayload<{ select: typeof SELECT }>,
) => ({
  ...session,
  startedAt: createdAt.toISOString(),
  seenAt: seenAt.toISOString(),
  current: session.id === ctx.actor.sessionId,
})
/** An open session with its person; instants as ISO text. */
export type LiveSession = ReturnType<typeof toRow>

/** A page of open sessions, the latest sign-in first, with the number of all that match. Throws forbidden. */
export async function listLiveSessions(ctx: Ctx, { words, ...cursor }: Cursor & { words: string }) {
  assertMay(ctx.actor, 'session.revoke')
  const where: Prisma.SessionWhereInput = { ...liveSession(ctx), person: personMatches(words) }
  const [total, page] = await Promise.all([
    ctx.tx.session.count({ where }),
    pageBy(
      cursor,
      ACCOUNTS_PAGE,
      ({ bound, backwards, take }) =>
        ctx.tx.session.findMany({
          where: bound ? { AND: [where, { id: backwards ? { gt: bound } : { lt: bound } }] } : where,
          orderBy: { id: backwards ? 'asc' : 'desc' },
          take,
          select: SELECT,
        }),
      (row) => row.id,
    ),
  ])
  return { ...page, rows: page.rows.map((row) => toRow(ctx, row)), total }
}

/** The person behind an account and their open sessions, the latest used first, at most 50. Throws forbidden and not_found. */
export async function getSessionsOf(ctx: Ctx, account: string) {
  assertMay(ctx.actor, 'session.revoke')
  const person = await ctx.tx.person.findUnique({ where: { account }, select: SELECT.person.select })
  if (!person) return failNotFound('account.not_found')
  const rows = await ctx.tx.session.findMany({
    where: { ...liveSession(ctx), personId: person.id },
    orderBy: { seenAt: 'desc' },
    take: ACCOUNTS_PAGE,
    select: SELECT,
  })
  return { person, sessions: rows.map((row) => toRow(ctx, row)) }
}
