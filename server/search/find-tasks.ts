import { hasHit, markHits, sentenceAround } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { foldSearch } from '@/domain/directives/search-text'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { matchSql, plainSql } from '@/server/search/match-sql'
import { inOrder, readFoundPage, type SearchReach } from '@/server/search/search-page'
import { lightViewOf } from '@/server/tasks/light-view'
import { visibleTasksSql } from '@/server/tasks/scope'
import { shownLight } from '@/server/tasks/task-words'

/** The tasks that the actor may read and that are found by these words (and hold `also`), newest first; the one of this number before all. */
export async function findTasks(
  ctx: Ctx,
  query: SearchQuery,
  { also = Prisma.sql`TRUE`, ...reach }: SearchReach,
) {
  const readable = Prisma.sql`${visibleTasksSql(ctx.actor)} AND ${also}`
  const other = query.taskNo === null ? Prisma.sql`TRUE` : Prisma.sql`t.no <> ${query.taskNo}`
  const [named, page] = await Promise.all([
    query.taskNo === null
      ? []
      : ctx.tx.$queryRaw<
          { id: string }[]
        >`SELECT t.id FROM tasks t WHERE t.no = ${query.taskNo} AND ${readable}`,
    readFoundPage(
      ctx,
      {
        table: Prisma.sql`search_tasks`,
        id: Prisma.sql`task_id`,
        match: matchSql(query, { letters: true }),
        plain: plainSql(query),
        joins: Prisma.sql`CROSS JOIN LATERAL (SELECT t.* FROM tasks t WHERE t.id = s.task_id OFFSET 0) t`,
        readable: Prisma.sql`${readable} AND ${other}`,
      },
      reach,
    ),
  ])
  const first = reach.place?.after || reach.place?.before ? [] : named.map(({ id }) => id)
  const rows = await readTasks(ctx, [...first, ...page.ids])
  return { ...page, total: page.total + named.length, rows: rows.map((row) => toFound(ctx, row, query)) }
}

/** A task as search shows it. */
export type FoundTask = Awaited<ReturnType<typeof findTasks>>['rows'][number]

async function readTasks(ctx: Ctx, ids: string[]) {
  const rows = await ctx.tx.task.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      no: true,
      title: true,
      expectedResult: true,
      status: true,
      lightFacts: true,
      dueOn: true,
      leadUnitId: true,
      directive: { select: { docNumber: true } },
    },
  })
  const leads = await ctx.tx.unit.findMany({
    where: { id: { in: rows.flatMap((row) => row.leadUnitId ?? []) } },
    select: { id: true, shortName: true, shortNameEn: true },
  })
  return inOrder(ids, rows).map(({ leadUnitId, ...row }) => {
    const lead = leads.find((unit) => unit.id === leadUnitId)
    return { ...row, lead: lead ? { name: lead.shortName, nameEn: lead.shortNameEn } : null }
  })
}

type Row = Awaited<ReturnType<typeof readTasks>>[number]

function toFound(ctx: Ctx, row: Row, query: SearchQuery) {
  return {
    id: row.id,
    no: row.no,
    title: markHits(row.title, query, { letters: true }),
    status: row.status,
    light: shownLight(row.status, lightViewOf(ctx, row)),
    dueOn: toLocalDateOrNull(row.dueOn),
    lead: row.lead,
    docNumber: row.directive.docNumber,
    reason: reasonOf(row, query),
    around: hasHit(row.title, query) ? null : sentenceAround(row.expectedResult, query),
  }
}

function reasonOf(row: Row, query: SearchQuery): 'number' | 'docNumber' | 'title' | 'result' | 'letters' {
  if (row.no === query.taskNo) return 'number'
  const number = query.terms.find((term) => term.folded.includes('〔'))
  if (number && foldSearch(row.directive.docNumber ?? '').includes(number.folded)) return 'docNumber'
  if (hasHit(row.title, query)) return 'title'
  return query.letters && !hasHit(row.expectedResult, query) ? 'letters' : 'result'
}
