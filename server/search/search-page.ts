import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/** Found rows that are counted one by one; beyond it is said that there are more. */
export const COUNTED = 1000
/** A page of one kind on the results page. */
export const RESULTS_PAGE = 20

/** Rows of each kind where all kinds are shown. */
export const RESULTS_OF_A_KIND = 5

/** Which page: the newest first, or what stands behind or before a record. A record's id says when it was made. */
export type SearchPlace = { after: string | null; before: string | null }

/** Ids of the rows of one page, newest first, how many are found in all (`COUNTED` at most), and whether others stand around the page. */
export type FoundPage = { ids: string[]; total: number; newer: boolean; older: boolean }

/** What is looked for, before it is paged: the search table `s` and its key (never input), what is asked of it, what else is joined and asked. */
export type FoundSql = {
  table: Prisma.Sql
  id: Prisma.Sql
  /** Of `s`, besides its key: what rights are asked of. */
  columns?: Prisma.Sql
  match: Prisma.Sql
  joins: Prisma.Sql
  readable: Prisma.Sql
  /** What the reader may see lies scattered among all: rights are asked of narrow rows that the index gave. */
  scattered: boolean
  /** Where the reader may see little: a list of all that it is, as `id`. */
  own?: Prisma.Sql | null
}

/** How much is read: rows of a page, from where, whether all are counted; `also`: what else holds of tasks `t`. */
export type SearchReach = { take: number; place?: SearchPlace; count?: boolean; also?: Prisma.Sql }

/** Of what is found the newest so many are looked at first: whatever stands in many records fills a page from these. */
const NEWEST = 2000
/** A reader who may see fewer than these is answered from them, whatever else holds the words. */
const FEW = 1000

/** One page by keyset and, where asked for, the count of the same rows. */
export async function readFoundPage(ctx: Ctx, found: FoundSql, reach: SearchReach): Promise<FoundPage> {
  const { take, place: { after, before } = { after: null, before: null }, count = false } = reach
  const few = found.own ? await readFew(ctx, found.own) : null
  const asked = few ? amongSql(found, few) : found
  const { joins, readable } = asked
  const [counted, rows] = await Promise.all([
    count
      ? ctx.tx.$queryRaw<{ total: number }[]>`
          SELECT count(*)::int AS total FROM (SELECT FROM ${matchedSql(asked)} ${joins} WHERE ${readable} LIMIT ${COUNTED}) found`
      : [],
    readIds(ctx, asked, take + 1, { after, before }),
  ])
  const more = rows.length > take
  const ids = rows.slice(0, take)
  if (before) ids.reverse()
  return {
    ids,
    total: counted[0]?.total ?? 0,
    newer: before ? more : Boolean(after),
    older: before ? true : more,
  }
}

/** The reader's own list where it is short, else null. */
async function readFew(ctx: Ctx, own: Prisma.Sql): Promise<string[] | null> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`SELECT own.id FROM (${own}) own LIMIT ${FEW}`
  return rows.length < FEW ? rows.map((row) => row.id) : null
}

/** Begins with the records of the list: the words are looked for in them alone, not in the index. */
function amongSql(found: FoundSql, ids: readonly string[]): FoundSql {
  const table = Prisma.sql`(SELECT * FROM ${found.table} WHERE ${found.id} = ANY(${[...ids]}::uuid[]) OFFSET 0)`
  return { ...found, table, readable: Prisma.sql`TRUE`, scattered: false }
}

/** The found rows as `s`. Scattered ones are found first: else the database would work out the words of each that the reader may see. */
function matchedSql({ table, id, columns, match, scattered }: FoundSql, beyond = Prisma.empty): Prisma.Sql {
  if (!scattered) return Prisma.sql`(SELECT * FROM ${table} s WHERE ${match} ${beyond}) s`
  const more = columns ? Prisma.sql`, ${columns}` : Prisma.empty
  return Prisma.sql`(WITH matched AS MATERIALIZED (SELECT s.${id}${more} FROM ${table} s WHERE ${match} ${beyond}) SELECT * FROM matched) s`
}

/** Rights are asked of the newest alone; of all that is found only where those do not fill the page. */
async function readIds(
  ctx: Ctx,
  found: FoundSql,
  limit: number,
  { after, before }: SearchPlace,
): Promise<string[]> {
  const { table, id, match, joins, readable } = found
  const key = Prisma.sql`s.${id}`
  const beyond = after
    ? Prisma.sql`AND ${key} < ${after}::uuid`
    : before
      ? Prisma.sql`AND ${key} > ${before}::uuid`
      : Prisma.empty
  const order = Prisma.sql`ORDER BY ${key} ${before ? Prisma.sql`ASC` : Prisma.sql`DESC`}`
  const [newest] = await ctx.tx.$queryRaw<{ ids: string[]; looked: number }[]>`
    WITH newest AS MATERIALIZED (SELECT s.* FROM ${table} s WHERE ${match} ${beyond} ${order} LIMIT ${NEWEST})
    SELECT ARRAY(SELECT ${key} FROM newest s ${joins} WHERE ${readable} ${order} LIMIT ${limit}) AS ids,
      (SELECT count(*)::int FROM newest) AS looked`
  if (!newest || newest.ids.length === limit || newest.looked < NEWEST) return newest?.ids ?? []
  const all = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT ${key} AS id FROM ${matchedSql(found, beyond)} ${joins} WHERE ${readable} ${order} LIMIT ${limit}`
  return all.map((row) => row.id)
}

/** Rows in the order of the ids that they were asked for by. */
export function inOrder<R extends { id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
