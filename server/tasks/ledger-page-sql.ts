import type { LedgerSort } from '@/domain/tasks/ledger-cursor'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { ownDueSql } from '@/server/tasks/ledger-rows'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { taskScopeOf } from '@/server/tasks/scope'

type SortSql = { value: Prisma.Sql; type: Prisma.Sql }

/** The value that an order goes by, and its type. Lights sort worst first, then by due date. */
const SORT_SQL: Readonly<Record<LedgerSort, SortSql>> = {
  due: { value: Prisma.sql`t.due_on`, type: Prisma.sql`date` },
  no: { value: Prisma.sql`t.no`, type: Prisma.sql`int` },
  light: {
    value: Prisma.sql`(CASE t.light WHEN 'off' THEN '0 ' WHEN 'risk' THEN '1 ' WHEN 'idle' THEN '2 ' WHEN 'ok' THEN '3 ' WHEN 'done' THEN '4 ' ELSE '5 ' END
      || coalesce(to_char(t.due_on, 'YYYY-MM-DD'), '9999-12-31'))`,
    type: Prisma.sql`text`,
  },
  last: { value: Prisma.sql`t.last_report_at`, type: Prisma.sql`timestamptz` },
  move: { value: Prisma.sql`t.move_since_on`, type: Prisma.sql`date` },
}

/** Where the page begins: strictly after its cursor in the order asked for, nulls last. `back` turns it round. */
function cursorSql(filter: LedgerFilter, { value, type }: SortSql) {
  const back = filter.cursor?.back === true
  const rising = (filter.direction === 'asc') !== back
  const way = rising ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const nulls = back ? Prisma.sql`NULLS FIRST` : Prisma.sql`NULLS LAST`
  const order = Prisma.sql`${value} ${way} ${nulls}, t.id ${way}`
  if (!filter.cursor) return { where: Prisma.sql`TRUE`, order }
  const { id, value: at } = filter.cursor
  const beyond = rising ? Prisma.sql`>` : Prisma.sql`<`
  const tie = Prisma.sql`t.id ${beyond} ${id}::uuid`
  if (at === null) {
    const where = Prisma.sql`((${value}) IS NULL AND ${tie}${back ? Prisma.sql` OR (${value}) IS NOT NULL` : Prisma.empty})`
    return { where, order }
  }
  const mark = Prisma.sql`${at}::${type}`
  const rest = back ? Prisma.empty : Prisma.sql` OR (${value}) IS NULL`
  return {
    where: Prisma.sql`((${value}) ${beyond} ${mark} OR ((${value}) = ${mark} AND ${tie})${rest})`,
    order,
  }
}

/**
 * The rows of one page with one more, in order, as `t.*` with their sort value. By due date a unit's rows come straight from
 * the index of what it may read (unit, due date): some hundred rows are looked at however many tasks there are. Its dates are
 * then its own, the earliest of a task first; a task that nobody was given yet is added by its own date.
 */
export function pageSql(
  ctx: Ctx,
  filter: LedgerFilter,
  limit: number,
): { rows: Prisma.Sql; order: Prisma.Sql } {
  const scope = taskScopeOf(ctx.actor)
  const { from, where: conditions } = ledgerWhere(ctx, filter)
  const plain = (source: Prisma.Sql, sort: SortSql, and: Prisma.Sql) => {
    const { where, order } = cursorSql(filter, sort)
    return Prisma.sql`SELECT t.*, (${sort.value})::text AS sort_value FROM ${source}
      WHERE ${conditions} AND ${and} AND ${where} ORDER BY ${order} LIMIT ${limit}`
  }
  const sort = SORT_SQL[filter.sort]
  // The outer order goes by what the rows carry: text that was cast back sorts as it did.
  const carried = { value: Prisma.sql`t.sort_value::${sort.type}`, type: sort.type }
  const { order } = cursorSql(filter, carried)
  if (scope.all || scope.unitIds.length === 0 || filter.sort !== 'due') {
    return { rows: plain(from, sort, Prisma.sql`TRUE`), order }
  }
  const units = Prisma.sql`${scope.unitIds}::uuid[]`
  const place = (row: Prisma.Sql) =>
    Prisma.sql`(coalesce(${row}.due_on, 'infinity'), ${row}.unit_id, ${row}.assignment_id)`
  const own = { value: Prisma.sql`r.due_on`, type: Prisma.sql`date` }
  const first = Prisma.sql`r.unit_id = reach.id AND NOT EXISTS (SELECT FROM assignment_readers s
    WHERE s.task_id = r.task_id AND s.unit_id = ANY(${units}) AND ${place(Prisma.sql`s`)} < ${place(Prisma.sql`r`)})`
  const given = plain(Prisma.sql`assignment_readers r JOIN tasks t ON t.id = r.task_id`, own, first)
  const notGiven = plain(
    Prisma.sql`tasks t`,
    sort,
    Prisma.sql`t.owner_unit_id = ANY(${units}) AND NOT t.office_owned
      AND NOT EXISTS (SELECT FROM assignment_readers s WHERE s.task_id = t.id AND s.unit_id = ANY(${units}))`,
  )
  const rows = Prisma.sql`SELECT * FROM (
      SELECT t.* FROM unnest(${units}) reach(id) CROSS JOIN LATERAL (${given}) t
      UNION ALL (${notGiven})
    ) t ORDER BY ${order} LIMIT ${limit}`
  return { rows, order }
}

type Groups = { key: Prisma.Sql; ids: readonly string[]; limit: number }

/** The first rows of each of these groups, in the ledger's order; `group_at` is the place of the group in `ids`. One pass, however many groups. */
export function groupRowsSql(ctx: Ctx, filter: LedgerFilter, { key, ids, limit }: Groups) {
  const { from, where } = ledgerWhere(ctx, filter)
  // A unit's dates are its own, here as on its page by due date.
  const sort = filter.sort === 'due' ? { ...SORT_SQL.due, value: ownDueSql(ctx) } : SORT_SQL[filter.sort]
  const way = filter.direction === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const rows = Prisma.sql`SELECT t.*, found.group_at, found.place, found.sort_value FROM (
      SELECT t.id, array_position(${ids}::text[], ${key}) - 1 AS group_at, (${sort.value})::text AS sort_value,
        row_number() OVER (PARTITION BY ${key} ORDER BY ${sort.value} ${way} NULLS LAST, t.id ${way}) AS place
      FROM ${from} WHERE ${where} AND ${key} = ANY(${ids}::text[])
    ) found JOIN tasks t ON t.id = found.id WHERE found.place <= ${limit}`
  return { rows, order: Prisma.sql`t.group_at, t.place`, extra: Prisma.sql`, t.group_at` }
}
