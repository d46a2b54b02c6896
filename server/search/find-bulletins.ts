import { inlinesText, figuresById } from '@/domain/bulletins/content-text'
import { bulletinContentSchema } from '@/domain/bulletins/content'
import { hasHit, markHits, sentenceAround } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { Prisma } from '@/prisma/generated/client'
import { visibleBulletins, visibleBulletinsSql } from '@/server/bulletins/scope'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { matchSql, plainSql } from '@/server/search/match-sql'
import { inOrder, readFoundPage, type SearchReach } from '@/server/search/search-page'

/** The bulletins that the actor may read whole and that are found by title, issue or a word of the text, newest first; the one of this number before all. */
export async function findBulletins(ctx: Ctx, query: SearchQuery, reach: SearchReach) {
  const { bulletinNo } = query
  const other = bulletinNo === null ? Prisma.sql`TRUE` : Prisma.sql`b.no <> ${bulletinNo}`
  const [named, page] = await Promise.all([
    bulletinNo === null
      ? []
      : ctx.tx.bulletin.findMany({
          where: { AND: [{ no: bulletinNo }, visibleBulletins(ctx.actor)] },
          select: { id: true },
        }),
    readFoundPage(
      ctx,
      {
        table: Prisma.sql`search_bulletins`,
        id: Prisma.sql`bulletin_id`,
        match: matchSql(query, { letters: true }),
        plain: plainSql(query),
        joins: Prisma.sql`CROSS JOIN LATERAL (SELECT b.no, b.kind, b.status, b.published_at FROM bulletins b WHERE b.id = s.bulletin_id OFFSET 0) b`,
        readable: Prisma.sql`${visibleBulletinsSql(ctx.actor)} AND ${other}`,
      },
      reach,
    ),
  ])
  const first = reach.place?.after || reach.place?.before ? [] : named.map(({ id }) => id)
  const rows = await readBulletins(ctx, [...first, ...page.ids])
  return { ...page, total: page.total + named.length, rows: rows.map((row) => toFound(row, query)) }
}

/** A bulletin as search shows it. */
export type FoundBulletin = Awaited<ReturnType<typeof findBulletins>>['rows'][number]

async function readBulletins(ctx: Ctx, ids: string[]) {
  const rows = await ctx.tx.bulletin.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, no: true, kind: true, status: true, title: true, language: true, content: true },
      ...{ issueNo: true, issueYear: true, publishedOn: true },
    },
  })
  return inOrder(ids, rows)
}

type Row = Awaited<ReturnType<typeof readBulletins>>[number]

function toFound({ content, publishedOn, ...row }: Row, query: SearchQuery) {
  const around = aroundHit(content, row.language === 'en' ? 'en' : 'zh-CN', query)
  return {
    ...row,
    title: markHits(row.title, query, { letters: true }),
    /** The sentence of the text in which the words stand; null where only its head has them. */
    around,
    publishedOn: toLocalDateOrNull(publishedOn),
    reason: reasonOf(row, query, around !== null),
  }
}

function aroundHit(content: unknown, language: 'zh-CN' | 'en', query: SearchQuery) {
  const read = bulletinContentSchema.safeParse(content)
  if (!read.success) return null
  const figures = figuresById(read.data.figures)
  for (const { paragraphs } of read.data.sections)
    for (const { inlines } of paragraphs) {
      const found = sentenceAround(inlinesText(inlines, figures, language), query)
      if (found) return found
    }
  return null
}

function reasonOf(
  row: Pick<Row, 'no' | 'title'>,
  query: SearchQuery,
  inText: boolean,
): 'number' | 'title' | 'text' | 'letters' {
  if (row.no === query.bulletinNo) return 'number'
  if (hasHit(row.title, query)) return 'title'
  if (inText) return 'text'
  // What is left is its issue: 第3期.
  return query.letters ? 'letters' : 'number'
}
