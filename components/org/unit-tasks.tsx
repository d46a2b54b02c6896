import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/shared/data-table'
import { EmptyState } from '@/components/shared/empty-state'
import { DueCell } from '@/components/tasks/due-cell'
import { TaskLight } from '@/components/tasks/task-light'
import type { LedgerRow } from '@/server/tasks/list-tasks'

/** The open tasks of a unit, worst light first: what its figures come from. The ledger has them all. */
export function UnitTasks({ rows, today }: { rows: readonly LedgerRow[]; today: string }) {
  const t = useTranslations('tasks')
  const figures = useTranslations('figures')
  if (rows.length === 0) return <EmptyState>{figures('cases.none')}</EmptyState>
  return (
    <DataTable
      caption={figures('tasks')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'light',
          label: t('columns.light'),
          width: '176px',
          card: 'bare',
          cell: (row) => <TaskLight light={row.light} stacked />,
        },
        {
          key: 'title',
          label: t('columns.title'),
          rowHeader: true,
          cell: (row) => <Link href={`/tasks/T${row.no}`}>{`T${row.no} ${row.title}`}</Link>,
        },
        {
          key: 'due',
          label: t('columns.due'),
          width: '160px',
          cell: (row) => <DueCell row={row} today={today} />,
        },
      ]}
    />
  )
}
