import { FACT_CURSOR, FACTS, type Fact } from '@/domain/audit/facts'
import { Prisma } from '@/prisma/generated/client'
import { factSql } from '@/server/audit/facts-sql'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { visibleTasksSql } from '@/server/tasks/scope'

/** Rows on a page of a fact. */
export const FACTS_PAGE = 50

/** The rows of a fact on tasks that this person reads, as SQL. */
const readableSql = (ctx: Ctx, fact: Fact) =>
  Prisma.sql`(SELECT f.* FROM (${factSql(ctx, fact)}) f JOIN tasks t ON t.id = f.task_id WHERE ${visibleTasksSql(ctx.actor)})`

/** How often each fact is found. Throws forbidden for whoever is not discipline. */
export async function countFacts(ctx: Ctx): Promise<Record<Fact, number>> {
  assertMay(ctx.actor, 'fact.read')
  const counts = FACTS.map(
    (fact) =>
      Prisma.sql`SELECT ${fact}::text AS fact, count(*)::int AS count FROM ${readableSql(ctx, fact)} n`,
  )
  const rows = await ctx.tx.$queryRaw<{ fact: Fact; count: number }[]>(Prisma.join(counts, ' UNION ALL '))
  return Object.fromEntries(rows.map(({ fact, count }) => [fact, count])) as Record<Fact, number>
}

type Row = {
  id: string
  at: Date
  by: string | null
  by_en: string | null
  was: string | null
  now: string | null
  task_no: number
  task_title: string
  unit: { name: string; nameEn: string } | null
}

/** A page of the rows behind a fact, newest first. Throws forbidden for whoever is not discipline. */
export async function listFacts(ctx: Ctx, fact: Fact, after: string | null) {
  assertMay(ctx.actor, 'fact.read')
  const [, at = '', id = ''] = FACT_CURSOR.exec(after ?? '') ?? []
  const older = at
    ? Prisma.sql`WHERE (date_trunc('milliseconds', f.at), f.id) < (${new Date(at)}, ${id}::uuid)`
    : Prisma.empty
  const [rows, [counted]] = await Promise.all([
    ctx.tx.$queryRaw<Row[]>`
      SELECT f.id, f.at, f.by, f.by_en, f.was, f.now, t.no AS task_no, t.title AS task_title,
        CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('name', u.short_name, 'nameEn', u.short_name_en) END AS unit
      FROM ${readableSql(ctx, fact)} f JOIN tasks t ON t.id = f.task_id LEFT JOIN units u ON u.id = f.unit_id ${older}
      ORDER BY date_trunc('milliseconds', f.at) DESC, f.id DESC LIMIT ${FACTS_PAGE + 1}`,
    ctx.tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${readableSql(ctx, fact)} n`,
  ])
  const shown = rows.slice(0, FACTS_PAGE)
  const last = shown.at(-1)
  return {
    total: counted?.count ?? 0,
    next: rows.length > FACTS_PAGE && last ? `${last.at.toISOString()}~${last.id}` : null,
    rows: shown.map(({ task_no, task_title, by, by_en, at: when, ...row }) => ({
      ...row,
      at: when.toISOString(),
      by: by === null ? null : { name: by, nameEn: by_en ?? by },
      task: { no: task_no, title: task_title },
    })),
  }
}

export type FactPage = Awaited<ReturnType<typeof listFacts>>
