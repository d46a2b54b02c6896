import type { Prisma } from '@/prisma/generated/client'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { personMatches } from '@/server/org/list-admin-people'
import { pageBy, type Cursor } from '@/server/org/page-by'
import { SESSION_HOURS } from '@/server/org/session-limits'
import { listThrottled } from '@/server/org/sign-in-throttle'

/** Accounts or sessions on a page. */
export const ACCOUNTS_PAGE = 50

/** Which accounts a list shows: those locked or slowed down, those without a password, or all. */
export type AccountFilter = Cursor & { words: string; state: 'troubled' | 'no_password' | 'all' }

/** The condition that a session is open and has not run out. */
export function liveSession(ctx: Ctx): Prisma.SessionWhereInput {
  const idleSince = new Date(ctx.now.getTime() - ctx.settings.idleMinutes * 60_000)
  const oldest = new Date(ctx.now.getTime() - SESSION_HOURS * 3_600_000)
  return { endedAt: null, seenAt: { gte: idleSince }, createdAt: { gte: oldest } }
}

function rowSelect(ctx: Ctx) {
  return {
    id: true,
    account: true,
    name: true,
    nameEn: true,
    passwordHash: true,
    secondFactor: { select: { confirmedAt: true } },
    _count: { select: { sessions: { where: liveSession(ctx) } } },
  } satisfies Prisma.PersonSelect
}
type Row = Prisma.PersonGetPayload<{ select: ReturnType<typeof rowSelect> }>

async function withThrottles(ctx: Ctx, rows: Row[]) {
  const throttled = await listThrottled(
    ctx.tx,
    ctx.now,
    rows.map(({ account }) => account),
  )
  const byAccount = new Map(throttled.map((one) => [one.account, one]))
  return rows.map(({ passwordHash, secondFactor, _count, ...person }) => {
    const counted = byAccount.get(person.account)
    return {
      ...person,
      hasPassword: passwordHash !== null,
      hasTwoStep: secondFactor?.confirmedAt != null,
      sessions: _count.sessions,
      failures: counted?.failures ?? 0,
      lockedUntil: counted?.lockedUntil?.toISOString() ?? null,
    }
  })
}
/** An account as the security administrator sees it. */
export type AdminAccount = Awaited<ReturnType<typeof withThrottles>>[number]

/** A page of the accounts of people in post, by account name, with the number of all that match. Throws forbidden. */
export async function listAccounts(ctx: Ctx, { words, state, ...cursor }: AccountFilter) {
  assertMay(ctx.actor, 'account.unlock')
  const where: Prisma.PersonWhereInput = { status: 'active', ...personMatches(words) }
  if (state === 'no_password') where.passwordHash = null
  if (state === 'troubled') {
    const counted = await listThrottled(ctx.tx, ctx.now)
    where.account = { in: counted.map(({ account }) => account) }
  }
  const [total, page] = await Promise.all([
    ctx.tx.person.count({ where }),
    pageBy(
      cursor,
      ACCOUNTS_PAGE,
      ({ bound, backwards, take }) =>
        ctx.tx.person.findMany({
          where: bound ? { AND: [where, { account: backwards ? { lt: bound } : { gt: bound } }] } : where,
          orderBy: { account: backwards ? 'desc' : 'asc' },
          take,
          select: rowSelect(ctx),
        }),
      (row) => row.account,
    ),
  ])
  return { ...page, rows: await withThrottles(ctx, page.rows), total }
}

/** One account of a person in post. Throws forbidden and not_found. */
export async function getAccount(ctx: Ctx, account: string): Promise<AdminAccount> {
  assertMay(ctx.actor, 'account.unlock')
  const row = await ctx.tx.person.findFirst({
    where: { account, status: 'active' },
    select: rowSelect(ctx),
  })
  const [found] = row ? await withThrottles(ctx, [row]) : []
  return found ?? failNotFound('account.not_found')
}
