import { hasHit, markHits } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { visibleDirectivesSql } from '@/server/directives/scope'
import { matchSql, plainSql } from '@/server/search/match-sql'
import { inOrder, readFoundPage, type SearchReach } from '@/server/search/search-page'

/** The directives that the actor may read and that are found by title, issuer or document number, newest first; the one of this number before all. */
export async function findDirectives(ctx: Ctx, query: SearchQuery, reach: SearchReach) {
  const readable = visibleDirectivesSql(ctx.actor)
  const { directiveNo } = query
  const other = directiveNo === null ? Prisma.sql`TRUE` : Prisma.sql`d.no <> ${directiveNo}`
  const [named, page] = await Promise.all([
    directiveNo === null
      ? []
      : ctx.tx.$queryRaw<
          { id: string }[]
        >`SELECT d.id FROM directives d WHERE d.no = ${directiveNo} AND ${readable}`,
    readFoundPage(
      ctx,
      {
        table: Prisma.sql`search_directives`,
        id: Prisma.sql`directive_id`,
        match: matchSql(query, { letters: true }),
        plain: plainSql(query),
        joins: Prisma.sql`CROSS JOIN LATERAL (SELECT d.* FROM directives d WHERE d.id = s.directive_id OFFSET 0) d`,
        readable: Prisma.sql`${readable} AND ${other}`,
      },
      reach,
    ),
  ])
  const first = reach.place?.after || reach.place?.before ? [] : named.map(({ id }) => id)
  const ids = [...first, ...page.ids]
  const rows = await ctx.tx.directive.findMany({
    where: { id: { in: ids } },
    select: { id: true, no: true, title: true, docNumber: true, issuer: true, issuedOn: true, status: true },
  })
  return {
    ...page,
    total: page.total + named.length,
    rows: inOrder(ids, rows).map((row) => ({
      id: row.id,
      no: row.no,
      title: markHits(row.title, query, { letters: true }),
      docNumber: row.docNumber ? markHits(row.docNumber, query) : null,
      issuer: markHits(row.issuer, query),
      issuedOn: toLocalDateOrNull(row.issuedOn),
      status: row.status,
      reason: reasonOf(row, query),
    })),
  }
}

/** A directive as search shows it. */
export type FoundDirective = Awaited<ReturnType<typeof findDirectives>>['rows'][number]

type Row = { no: number; title: string; docNumber: string | null; issuer: string }

function reasonOf(row: Row, query: SearchQuery): 'number' | 'docNumber' | 'title' | 'issuer' | 'letters' {
  if (row.no === query.directiveNo) return 'number'
  if (row.docNumber && hasHit(row.docNumber, query)) return 'docNumber'
  if (hasHit(row.title, query)) return 'title'
  return hasHit(row.issuer, query) ? 'issuer' : 'letters'
}
