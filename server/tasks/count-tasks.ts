import { LEDGER_VIEWS, type LedgerFilter, type LedgerView } from '@/domain/tasks/ledger-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { ledgerSource, ledgerWhere, viewSql } from '@/server/tasks/ledger-sql'

/** How many tasks a ledger address stands for: the figure beside every link to it. Exact. */
export async function countTasks(ctx: Ctx, filter: LedgerFilter): Promise<number> {
  const { from, where } = ledgerWhere(ctx, filter)
  const rows = await ctx.tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${from} WHERE ${where}`
  return rows[0]?.total ?? 0
}

const COUNTED = LEDGER_VIEWS.filter((view) => view !== 'all')

/** How many tasks each fixed view holds, but for `all`: one pass over the open ones. */
export async function countViews(ctx: Ctx): Promise<Record<Exclude<LedgerView, 'all'>, number>> {
  const { from, rule } = ledgerSource(ctx)
  const columns = COUNTED.map(
    (view) => Prisma.sql`count(*) FILTER (WHERE ${viewSql(ctx, view)})::int AS ${Prisma.raw(view)}`,
  )
  const rows = await ctx.tx.$queryRaw<Record<Exclude<LedgerView, 'all'>, number>[]>`
    SELECT ${Prisma.join(columns)} FROM ${from} WHERE ${rule} AND ${viewSql(ctx, 'open')}`
  return rows[0] ?? { open: 0, acknowledge: 0, week: 0, off: 0, review: 0, mine: 0 }
}
