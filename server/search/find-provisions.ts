import { cleanText, displayFrom } from '@/domain/directives/clean'
import { markHits, sentenceAround } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { receivedProvisionsSql, visibleDirectivesSql } from '@/server/directives/scope'
import { matchSql, plainSql } from '@/server/search/match-sql'
import { inOrder, readFoundPage, type SearchReach } from '@/server/search/search-page'

type Row = {
  id: string
  start: number
  path: string[]
  text: string
  directive_no: number
  directive_title: string
  doc_number: string | null
}

/** The sentences of directives that the actor received and that hold these words, newest directive first. */
export async function findProvisions(ctx: Ctx, query: SearchQuery, reach: SearchReach) {
  const page = await readFoundPage(
    ctx,
    {
      table: Prisma.sql`search_provisions`,
      id: Prisma.sql`provision_id`,
      match: matchSql(query),
      plain: plainSql(query),
      joins: Prisma.sql`CROSS JOIN LATERAL (SELECT p.* FROM provisions p WHERE p.id = s.provision_id OFFSET 0) p
        CROSS JOIN LATERAL (SELECT d.* FROM directives d WHERE d.id = p.directive_id OFFSET 0) d`,
      readable: Prisma.sql`${visibleDirectivesSql(ctx.actor)} AND ${receivedProvisionsSql(ctx.actor)}`,
    },
    reach,
  )
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT p.id, p.start, p.path, utf16_slice(d.text, p.start, p."end") AS text, d.no AS directive_no, d.title AS directive_title, d.doc_number
    FROM provisions p JOIN directives d ON d.id = p.directive_id WHERE p.id = ANY(${page.ids}::uuid[])`
  return { ...page, rows: inOrder(page.ids, rows).map((row) => toFound(row, query)) }
}

/** A sentence of a directive as search shows it. */
export type FoundProvision = Awaited<ReturnType<typeof findProvisions>>['rows'][number]

function toFound(row: Row, query: SearchQuery) {
  const text = displayFrom(cleanText(row.text), 0, row.text.length, { simplified: true })
  return {
    id: row.id,
    start: row.start,
    path: row.path,
    text: sentenceAround(text, query) ?? markHits(text.slice(0, 90), query),
    directive: { no: row.directive_no, title: row.directive_title, docNumber: row.doc_number },
  }
}
