import { localDateIn } from '@/domain/calendar/local-date'
import { hasHit, markHits } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { matchSql, plainSql } from '@/server/search/match-sql'
import { inOrder, readFoundPage, type SearchReach } from '@/server/search/search-page'
import { visibleStatements, visibleStatementsSql } from '@/server/statements/scope'

/** The responsibility statements that the actor may read and that are found by unit, directive or number, newest first; the one of this number before all. */
export async function findStatements(ctx: Ctx, query: SearchQuery, reach: SearchReach) {
  const { statementNo } = query
  const named =
    statementNo === null
      ? []
      : await ctx.tx.statement.findMany({
          where: { AND: [{ no: statementNo }, visibleStatements(ctx.actor)] },
          select: { id: true },
        })
  const other = named[0] ? Prisma.sql`s.statement_id <> ${named[0].id}::uuid` : Prisma.sql`TRUE`
  const page = await readFoundPage(
    ctx,
    {
      table: Prisma.sql`search_statements`,
      id: Prisma.sql`statement_id`,
      columns: Prisma.sql`s.unit_id`,
      match: matchSql(query, { letters: true }),
      plain: plainSql(query),
      joins: Prisma.empty,
      readable: Prisma.sql`${visibleStatementsSql(ctx.actor, Prisma.sql`s.unit_id`)} AND ${other}`,
    },
    reach,
  )
  const first = reach.place?.after || reach.place?.before ? [] : named.map(({ id }) => id)
  const rows = await readStatements(ctx, [...first, ...page.ids])
  return { ...page, total: page.total + named.length, rows: rows.map((row) => toFound(ctx, row, query)) }
}

/** A responsibility statement as search shows it. */
export type FoundStatement = Awaited<ReturnType<typeof findStatements>>['rows'][number]

async function readStatements(ctx: Ctx, ids: string[]) {
  const rows = await ctx.tx.statement.findMany({
    where: { id: { in: ids } },
    select: {
      ...{
        id: true,
        no: true,
        seq: true,
        status: true,
        drawnUpAt: true,
        signedAt: true,
        countersignedAt: true,
      },
      unit: { select: { name: true, shortName: true, nameEn: true, shortNameEn: true } },
      directive: { select: { no: true, title: true, docNumber: true } },
    },
  })
  return inOrder(ids, rows)
}

type Row = Awaited<ReturnType<typeof readStatements>>[number]

function toFound(ctx: Ctx, row: Row, query: SearchQuery) {
  const { unit, directive, drawnUpAt, signedAt, countersignedAt, ...rest } = row
  const mark = (text: string) => markHits(text, query, { letters: true })
  return {
    ...rest,
    unit: { name: mark(unit.name), nameEn: markHits(unit.nameEn, query) },
    directive: { no: directive.no, title: mark(directive.title) },
    /** The day of its latest signature, else on which it was drawn up. */
    on: localDateIn(countersignedAt ?? signedAt ?? drawnUpAt, ctx.settings.zone),
    reason: reasonOf(row, query),
  }
}

function reasonOf(row: Row, query: SearchQuery): 'number' | 'unit' | 'directive' | 'docNumber' | 'letters' {
  if (row.no === query.statementNo) return 'number'
  const { docNumber, title } = row.directive
  if (docNumber && hasHit(docNumber, query)) return 'docNumber'
  // As the index holds it: 养老司责任状.
  const { name, shortName, nameEn, shortNameEn } = row.unit
  const called = [`${name}责任状`, `${shortName}责任状`, `${nameEn} responsibility statement`, shortNameEn]
  if (called.some((one) => hasHit(one, query))) return 'unit'
  if (hasHit(title, query)) return 'directive'
  return query.letters ? 'letters' : 'number'
}
