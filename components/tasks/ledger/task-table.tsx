import { useTranslations } from 'next-intl'
import { DataTable, type RowGroup } from '@/components/shared/data-table'
import type { LedgerSort } from '@/domain/tasks/ledger-cursor'
import { ledgerHref, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { columnsOf } from '@/domain/tasks/ledger-look'
import type { LedgerRow } from '@/server/tasks/list-tasks'
import { isChoosable, rowDataOf, useChooseColumn, useLedgerColumns, type LedgerHeads } from './ledger-cells'

/** What fits beside the navigation at 1440 px. */
const WIDEST = 1184

type TaskTableProps = {
  filter: LedgerFilter
  /** Rows one after another, or in groups. */
  rows?: readonly LedgerRow[]
  groups?: readonly RowGroup<LedgerRow>[]
  total: number
  today: string
  heads: LedgerHeads
}

/** The ledger's rows; on a phone each is a card of four lines (screens.md §5). Sorting is a link. */
export function TaskTable({ filter, rows, groups, total, today, heads }: TaskTableProps) {
  const t = useTranslations('tasks')
  const all = useLedgerColumns(filter, today, heads)
  const choose = useChooseColumn()
  const shown = rows ?? groups?.flatMap((group) => group.rows) ?? []
  const columns = columnsOf(filter, filter.since !== null).map((key) => all[key])
  const width = widthOf(columns)
  return (
    // Wider than the page at its usual width: it scrolls by itself, not the page.
    <div className={width > WIDEST ? 'md:overflow-x-auto' : undefined}>
      <DataTable
        caption={t('caption', { view: t(`views.${filter.view}`), total, sort: t(`sorts.${filter.sort}`) })}
        columns={shown.some(isChoosable) ? [choose, ...columns] : columns}
        rows={rows}
        groups={groups}
        rowKey={(row) => row.id}
        rowData={rowDataOf}
        marked={(row) => row.no === filter.show}
        grid
        density={filter.density === 's' ? 's' : 'm'}
        oneLine={filter.density !== 'l'}
        minWidth={`${width}px`}
        sorting={{
          by: filter.sort,
          direction: filter.direction,
          href: (by, direction) => ledgerHref(filter, { sort: by as LedgerSort, direction }),
        }}
      />
    </div>
  )
}

/** What the columns need before the table scrolls sideways: the title no less than 200 px. */
function widthOf(columns: readonly { width?: string }[]): number {
  return columns.reduce((sum, { width }) => sum + (width ? parseInt(width, 10) : 200), 36)
}
