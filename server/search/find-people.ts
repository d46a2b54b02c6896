import { markHits } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { personMatches } from '@/server/org/list-admin-people'
import { pageBy } from '@/server/org/page-by'
import type { SearchReach } from '@/server/search/search-page'

/** Who looks for people: the system administrator for users, the security administrator for accounts. */
export function findsPeople(ctx: Ctx): 'users' | 'accounts' | null {
  if (can(ctx.actor, 'user.manage')) return 'users'
  return can(ctx.actor, 'account.unlock') ? 'accounts' : null
}

/** People by name, account or title, by account; the security administrator finds those in post, whose accounts are looked after. */
export async function findPeople(ctx: Ctx, query: SearchQuery, { take, place, count }: SearchReach) {
  const where = {
    ...personMatches(query.typed),
    ...(findsPeople(ctx) === 'accounts' ? { status: 'active' as const } : {}),
  }
  const [total, page] = await Promise.all([
    count ? ctx.tx.person.count({ where }) : 0,
    pageBy(
      { after: place?.after ?? undefined, before: place?.before ?? undefined },
      take,
      ({ bound, backwards, take: limit }) =>
        ctx.tx.person.findMany({
          where: bound ? { AND: [where, { account: backwards ? { lt: bound } : { gt: bound } }] } : where,
          orderBy: { account: backwards ? 'desc' : 'asc' },
          take: limit,
          select: { account: true, name: true, nameEn: true, title: true, titleEn: true },
        }),
      (row) => row.account,
    ),
  ])
  return {
    /** As what the person found is looked after. */
    as: findsPeople(ctx) ?? ('users' as const),
    rows: page.rows.map((row) => ({
      ...row,
      name: markHits(row.name, query),
      nameEn: markHits(row.nameEn, query),
    })),
    total,
    newer: page.prev !== null,
    older: page.next !== null,
  }
}

/** A person as search shows one to an administrator. */
export type FoundPerson = Awaited<ReturnType<typeof findPeople>>['rows'][number]
