import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { Ctx } from '@/server/context'
import { countTasks } from '@/server/tasks/count-tasks'
import { cutPage } from '@/server/tasks/ledger-cut'
import { pageSql } from '@/server/tasks/ledger-page-sql'
import { readRows } from '@/server/tasks/ledger-rows'
import { shownRows } from '@/server/tasks/list-changes'

/** Rows on a page of the ledger. */
export const LEDGER_PAGE = 50

/** One page of the ledger with its total: rows as plain data, cursors for the pages around it. Fifty rows. */
export async function listTasks(ctx: Ctx, filter: LedgerFilter) {
  const [total, found] = await Promise.all([
    countTasks(ctx, filter),
    readRows(ctx, pageSql(ctx, filter, LEDGER_PAGE + 1)),
  ])
  const { rows, ...pages } = cutPage(filter, found, LEDGER_PAGE)
  return { total, ...pages, rows: await shownRows(ctx, rows, filter.since) }
}

export type LedgerPage = Awaited<ReturnType<typeof listTasks>>
export type { LedgerRow } from '@/server/tasks/ledger-rows'
