import { narrowTo, NO_LEAD, SHOWN_LIGHTS, type LedgerShown } from '@/domain/tasks/ledger-group'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { boardGroupOf, type LedgerGroup } from '@/domain/tasks/ledger-look'
import { TASK_STATUSES, UNDISPATCHED_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { groupRowsSql } from '@/server/tasks/ledger-page-sql'
import { readRows, type LedgerRow } from '@/server/tasks/ledger-rows'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { shownRows } from '@/server/tasks/list-changes'
import { listTasks } from '@/server/tasks/list-tasks'

/** Groups on a page of the ledger, and rows of each before it is opened; cards of a column of the board. */
export const GROUPS_PAGE = 20
export const GROUP_ROWS = 4
export const BOARD_CARDS = 8

type By = Exclude<LedgerGroup, 'none'>
type Unit = { code: string; name: string; nameEn: string }
type Directive = { no: number; title: string; docNumber: string | null }

/** What a group is named by. */
export type GroupName = { unit: Unit | null; directive: Directive | null }
type Counted = GroupName & {
  key: string
  id: string
  total: number
  lights: Partial<Record<LedgerShown, number>>
}

const out = (statuses: readonly string[]) =>
  Prisma.join(statuses.map((status) => Prisma.sql`${status}::"TaskStatus"`))

/** What is counted under the lights, as `shownLight` draws it. */
const SHOWN = Prisma.sql`CASE WHEN t.status IN ('suspended', 'terminated') THEN t.status::text
  WHEN t.status IN (${out(UNDISPATCHED_TASK_STATUSES)}) THEN 'none'
  WHEN t.light = 'done' AND t.completed_late THEN 'late' ELSE coalesce(t.light::text, 'none') END`

const KEY: Readonly<Record<By, Prisma.Sql>> = {
  lead: Prisma.sql`coalesce(t.lead_unit_id::text, ${NO_LEAD})`,
  directive: Prisma.sql`t.directive_id::text`,
  light: SHOWN,
  status: Prisma.sql`t.status::text`,
}

/**
 * The ledger in groups: each with its count per light and its first rows, folded ones with none, the one that is open with a page of
 * its own. One pass counts all groups, however many; twenty are shown at a time.
 */
export async function listGroups(ctx: Ctx, filter: LedgerFilter) {
  const by = filter.as === 'board' ? boardGroupOf(filter) : filter.group
  if (by === 'none') return null
  const all = await countGroups(ctx, filter, by)
  const shown = all.slice(filter.from, filter.from + GROUPS_PAGE)
  const open = shown.find((group) => group.key === filter.open)
  const wanted = shown.filter((group) => group !== open && !filter.folded.includes(group.key))
  const limit = filter.as === 'board' ? BOARD_CARDS : GROUP_ROWS
  const [rows, page] = await Promise.all([
    readFirst(ctx, filter, by, wanted, limit),
    open ? listTasks(ctx, narrowTo(filter, by, open.key)) : null,
  ])
  return {
    by,
    total: all.reduce((sum, group) => sum + group.total, 0),
    count: all.length,
    from: filter.from,
    previousFrom: filter.from > 0 ? Math.max(0, filter.from - GROUPS_PAGE) : null,
    nextFrom: filter.from + GROUPS_PAGE < all.length ? filter.from + GROUPS_PAGE : null,
    groups: shown.map(({ id, ...group }) => ({
      ...group,
      folded: group.key !== open?.key && filter.folded.includes(group.key),
      rows: group.key === open?.key ? (page?.rows ?? []) : (rows.get(id) ?? []),
      page: group.key === open?.key ? page : null,
    })),
  }
}

export type LedgerGroups = NonNullable<Awaited<ReturnType<typeof listGroups>>>
export type LedgerGroupView = LedgerGroups['groups'][number]

/** The whole of the ledger in groups, for paper: every group with its counts, rows of the first ones until there are so many. */
export async function listWholeGroups(ctx: Ctx, filter: LedgerFilter, rowsAtMost: number) {
  const by = filter.group
  if (by === 'none') return null
  const all = await countGroups(ctx, filter, by)
  let before = 0
  const wanted = all.filter(({ total }) => {
    const fits = before < rowsAtMost
    before += total
    return fits
  })
  const rows = await readFirst(ctx, filter, by, wanted, rowsAtMost)
  return all.map(({ id, ...group }) => ({ ...group, by, rows: rows.get(id) ?? [] }))
}

export type WholeGroup = NonNullable<Awaited<ReturnType<typeof listWholeGroups>>>[number]

async function countGroups(ctx: Ctx, filter: LedgerFilter, by: By): Promise<Counted[]> {
  const { from, where } = ledgerWhere(ctx, filter)
  const rows = await ctx.tx.$queryRaw<{ id: string; shown: LedgerShown; count: number }[]>`
    SELECT ${KEY[by]} AS id, ${SHOWN} AS shown, count(*)::int AS count FROM ${from} WHERE ${where} GROUP BY 1, 2`
  const ids = [...new Set(rows.map((row) => row.id))]
  const named = await nameGroups(ctx, by, ids)
  return named.map((group) => {
    const own = rows.filter((row) => row.id === group.id)
    return {
      ...group,
      total: own.reduce((sum, row) => sum + row.count, 0),
      lights: Object.fromEntries(own.map((row) => [row.shown, row.count])),
    }
  })
}

/** The groups in the order of their kind: the organisation's, the newest directive first, the worst light first, the flow's. */
async function nameGroups(ctx: Ctx, by: By, ids: readonly string[]) {
  const none = { unit: null, directive: null }
  if (by === 'light' || by === 'status') {
    const order: readonly string[] = by === 'light' ? SHOWN_LIGHTS : TASK_STATUSES
    return order.filter((key) => ids.includes(key)).map((key) => ({ ...none, key, id: key }))
  }
  const uuids = ids.filter((id) => id !== NO_LEAD)
  if (by === 'directive') {
    const found = await ctx.tx.directive.findMany({
      where: { id: { in: uuids } },
      orderBy: { no: 'desc' },
      select: { id: true, no: true, title: true, docNumber: true },
    })
    return found.map(({ id, ...directive }) => ({ ...none, id, key: `D${directive.no}`, directive }))
  }
  const found = await ctx.tx.unit.findMany({
    where: { id: { in: uuids } },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
    select: { id: true, code: true, shortName: true, shortNameEn: true },
  })
  const units = found.map(({ id, code, shortName, shortNameEn }) => ({
    ...none,
    id,
    key: code,
    unit: { code, name: shortName, nameEn: shortNameEn },
  }))
  return ids.includes(NO_LEAD) ? [...units, { ...none, id: NO_LEAD, key: NO_LEAD }] : units
}

async function readFirst(ctx: Ctx, filter: LedgerFilter, by: By, groups: readonly Counted[], limit: number) {
  const rows = new Map<string, LedgerRow[]>()
  if (groups.length === 0) return rows
  const ids = groups.map((group) => group.id)
  const found = await readRows(ctx, groupRowsSql(ctx, filter, { key: KEY[by], ids, limit }))
  const shown = await shownRows(ctx, found, filter.since)
  for (const [at, row] of shown.entries()) {
    const id = ids[found[at]?.group_at ?? -1] ?? ''
    rows.set(id, [...(rows.get(id) ?? []), row])
  }
  return rows
}
