import { hasHit, markHits } from '@/domain/directives/search-hits'
import type { SearchQuery } from '@/domain/directives/search-query'
import { foldSearch } from '@/domain/directives/search-text'
import { can } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { ADMINISTRATION } from '@/server/org/administration-unit'
import { matchSql } from '@/server/search/match-sql'
import { COUNTED, type SearchReach } from '@/server/search/search-page'

type Row = {
  id: string
  code: string
  kind: string
  name: string
  short_name: string
  name_en: string
  short_name_en: string
  aliases: string[]
  former_names: string[]
}

/** Units looked through for the closest names. */
const LOOKED_THROUGH = 100

/** Who looks for units: those who work with tasks, and the system administrator. */
export function findsUnits(ctx: Ctx): boolean {
  return can(ctx.actor, 'task.read') || can(ctx.actor, 'org.manage')
}

/** The units in effect that go, or went, by this name, its pinyin or initials, by their codes; without a place the closest first. */
export async function findUnits(ctx: Ctx, query: SearchQuery, { take, place, count }: SearchReach) {
  const found = Prisma.sql`search_units s JOIN units u ON u.id = s.unit_id WHERE ${matchSql(query, { letters: true })}
    AND u.valid_from_on <= ${ctx.today}::date AND (u.valid_to_on IS NULL OR u.valid_to_on >= ${ctx.today}::date) AND u.code <> ${ADMINISTRATION}`
  const { after = null, before = null } = place ?? {}
  const beyond = after
    ? Prisma.sql`AND u.code > ${after}`
    : before
      ? Prisma.sql`AND u.code < ${before}`
      : Prisma.empty
  const limit = place ? take + 1 : Math.max(take + 1, LOOKED_THROUGH)
  const [counted, rows] = await Promise.all([
    count
      ? ctx.tx.$queryRaw<
          { total: number }[]
        >`SELECT count(*)::int AS total FROM (SELECT FROM ${found} LIMIT ${COUNTED}) all_found`
      : [],
    ctx.tx.$queryRaw<Row[]>`
      SELECT u.id, u.code, u.kind, u.name, u.short_name, u.name_en, u.short_name_en,
        coalesce(u.aliases, '{}') AS aliases, coalesce(u.former_names, '{}') AS former_names FROM ${found} ${beyond}
      ORDER BY u.code ${before ? Prisma.sql`DESC` : Prisma.sql`ASC`} LIMIT ${limit}`,
  ])
  const more = rows.length > take
  const page = place
    ? rows.slice(0, take)
    : rows.sort((a, b) => distance(a, query) - distance(b, query)).slice(0, take)
  if (before) page.reverse()
  return {
    rows: page.map((row) => toFound(ctx, row, query)),
    total: counted[0]?.total ?? 0,
    newer: before ? more : after !== null,
    older: before ? true : more,
  }
}

/** A unit as search shows it. */
export type FoundUnit = Awaited<ReturnType<typeof findUnits>>['rows'][number]

/** The same name before a longer one, the unit's own name before another that it goes by. */
function distance(row: Row, { typed }: SearchQuery): number {
  const wanted = foldSearch(typed)
  const own = [row.name, row.short_name, row.name_en, row.short_name_en].map(foldSearch)
  if (own.includes(wanted)) return 0
  return row.name.length + (own.some((name) => name.includes(wanted)) ? 0 : 100)
}

function toFound(ctx: Ctx, row: Row, query: SearchQuery) {
  const own = [row.name, row.short_name, row.name_en, row.short_name_en]
  const other = own.some((name) => hasHit(name, query))
    ? undefined
    : [...row.former_names, ...row.aliases].find((name) => hasHit(name, query))
  return {
    code: row.code,
    /** True where its page of figures is for this person. */
    page: can(ctx.actor, 'unit.read_figures', { unitId: row.id }),
    name: markHits(row.name, query, { letters: true }),
    nameEn: markHits(row.name_en, query),
    /** The other name by which it was found, and whether it went by it before. */
    other: other ? { name: markHits(other, query), former: row.former_names.includes(other) } : null,
    reason: other
      ? ('other' as const)
      : own.some((name) => hasHit(name, query))
        ? ('name' as const)
        : ('letters' as const),
  }
}
