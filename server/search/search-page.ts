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
  /** The same where it can be seen in a row without its tokens; null where only the index knows. */
  plain: Prisma.Sql | null
  /** Each found row's record by its key (LATERAL … OFFSET 0): never from the records on, of which there are more. */
  joins: Prisma.Sql
  readable: Prisma.Sql
  /** Where the reader may see little: a list of all that it is, as `id`. */
  own?: Prisma.Sql | null
}

/** How much is read: rows of a page, from where, whether all are counted; `also`: what else holds of tasks `t`. */
export type SearchReach = { take: number; place?: SearchPlace; count?: boolean; also?: Prisma.Sql }

/** The newest so many are looked at first: whatever stands in many records fills a page from these. */
const NEWEST = 2000
/** Words that stand in this share of the newest are counted by looking: the index would name nearly every row. */
const COMMON = 0.2
/** A reader who may see fewer than these is answered from them, whatever else holds the words. */
const FEW = 1000

/** One page by keyset and, where asked for, the count of the same rows. */
export async function readFoundPage(ctx: Ctx, found: FoundSql, reach: SearchReach): Promise<FoundPage> {
  const { take, place = { after: null, before: null }, count = false } = reach
  const few = found.own ? await readFew(ctx, found.own) : null
  const asked = few ? amongSql(found, few) : found
  const newest = await readNewest(ctx, asked, take + 1, place)
  const looking = few !== null || newest.share >= COMMON
  const first = !place.after && !place.before
  const { total, rows } =
    count && first && !newest.whole && !looking
      ? await readCounted(ctx, asked, take + 1)
      : await both(
          count ? countFound(ctx, asked, looking) : 0,
          newest.whole ? newest.ids : readIds(ctx, asked, take + 1, place),
        )
  const more = rows.length > take
  const ids = rows.slice(0, take)
  if (place.before) ids.reverse()
  return {
    ids,
    total,
    newer: place.before ? more : Boolean(place.after),
    older: place.before ? true : more,
  }
}

async function both(total: Promise<number> | number, rows: Promise<string[]> | string[]) {
  const [counted, ids] = await Promise.all([total, rows])
  return { total: counted, rows: ids }
}

/** The reader's own list where it is short, else null. */
async function readFew(ctx: Ctx, own: Prisma.Sql): Promise<string[] | null> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`SELECT own.id FROM (${own}) own LIMIT ${FEW}`
  return rows.length < FEW ? rows.map((row) => row.id) : null
}

/** Begins with the records of the list: the words are looked for in them alone, not in the index. */
function amongSql(found: FoundSql, ids: readonly string[]): FoundSql {
  const table = Prisma.sql`(SELECT * FROM ${found.table} WHERE ${found.id} = ANY(${[...ids]}::uuid[]) OFFSET 0)`
  return { ...found, table, readable: Prisma.sql`TRUE` }
}

type Newest = {
  ids: string[]
  /** True where there is nothing else on the page. */
  whole: boolean
  /** How many of those that were looked at hold the words. */
  share: number
}

const beyondSql = (key: Prisma.Sql, { after, before }: SearchPlace) =>
  after
    ? Prisma.sql`AND ${key} < ${after}::uuid`
    : before
      ? Prisma.sql`AND ${key} > ${before}::uuid`
      : Prisma.empty

const orderSql = (key: Prisma.Sql, { before }: SearchPlace) =>
  Prisma.sql`ORDER BY ${key} ${before ? Prisma.sql`ASC` : Prisma.sql`DESC`}`

/** Words that can be seen are looked for in the newest rows, others in the newest that the index names; rights are asked of these alone. */
async function readNewest(ctx: Ctx, found: FoundSql, limit: number, place: SearchPlace): Promise<Newest> {
  const { table, id, match, plain, joins, readable } = found
  const key = Prisma.sql`s.${id}`
  const [beyond, order] = [beyondSql(key, place), orderSql(key, place)]
  const looked = plain
    ? Prisma.sql`SELECT s.*, ${plain} AS hit FROM ${table} s WHERE TRUE ${beyond} ${order} LIMIT ${NEWEST}`
    : Prisma.sql`SELECT s.*, TRUE AS hit FROM ${table} s WHERE ${match} ${beyond} ${order} LIMIT ${NEWEST}`
  const [newest] = await ctx.tx.$queryRaw<{ ids: string[]; looked: number; hits: number }[]>`
    WITH newest AS MATERIALIZED (${looked})
    SELECT ARRAY(SELECT ${key} FROM newest s ${joins} WHERE s.hit AND ${readable} ${order} LIMIT ${limit}) AS ids,
      (SELECT count(*)::int FROM newest) AS looked, (SELECT count(*)::int FROM newest n WHERE n.hit) AS hits`
  const { ids, looked: rows, hits } = newest ?? { ids: [], looked: 0, hits: 0 }
  return {
    ids,
    whole: ids.length === limit || rows < NEWEST,
    share: plain && rows > 0 ? hits / rows : 0,
  }
}

/** All that the index names, as `s`, first and narrow: else the database would work out the words of every row that the reader may see. */
function matchedSql({ table, id, columns, match }: FoundSql, beyond = Prisma.empty): Prisma.Sql {
  const more = columns ? Prisma.sql`, ${columns}` : Prisma.empty
  return Prisma.sql`(WITH matched AS MATERIALIZED (SELECT s.${id}${more} FROM ${table} s WHERE ${match} ${beyond}) SELECT * FROM matched) s`
}

async function readIds(ctx: Ctx, found: FoundSql, limit: number, place: SearchPlace): Promise<string[]> {
  const { id, joins, readable } = found
  const key = Prisma.sql`s.${id}`
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT ${key} AS id FROM ${matchedSql(found, beyondSql(key, place))} ${joins} WHERE ${readable} ${orderSql(key, place)} LIMIT ${limit}`
  return rows.map((row) => row.id)
}

/** The first page and the count of what the index names, in one: rights are asked of each once. */
async function readCounted(ctx: Ctx, found: FoundSql, limit: number) {
  const { id, joins, readable } = found
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT s.${id} AS id FROM ${matchedSql(found)} ${joins} WHERE ${readable} ORDER BY s.${id} DESC LIMIT ${COUNTED}`
  return { total: rows.length, rows: rows.slice(0, limit).map((row) => row.id) }
}

/** All that is found, `COUNTED` at most: by looking at row after row until there are enough, or of what the index names. */
async function countFound(ctx: Ctx, found: FoundSql, looking: boolean): Promise<number> {
  const { table, plain, joins, readable } = found
  const from =
    looking && plain ? Prisma.sql`(SELECT * FROM ${table} s WHERE ${plain} OFFSET 0) s` : matchedSql(found)
  const [counted] = await ctx.tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (SELECT FROM ${from} ${joins} WHERE ${readable} LIMIT ${COUNTED}) found`
  return counted?.total ?? 0
}

/** Rows in the order of the ids that they were asked for by. */
export function inOrder<R extends { id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
