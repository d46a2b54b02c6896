import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { sumOf } from '@/domain/tasks/overview-lights'
import type { OverviewHistory } from '@/server/tasks/overview-history'
import type { OverviewPanel } from './overview-panels'

type WeekTableProps = {
  panels: readonly OverviewPanel[]
  history: Pick<OverviewHistory, 'mondays' | 'weeks'>
}

/** The small multiples in numbers: of each Monday how many were off course, at risk, and in all. */
export function WeekTable({ panels, history: { mondays, weeks } }: WeekTableProps) {
  const t = useTranslations('overview.panels')
  const columns: Column<OverviewPanel>[] = [
    { key: 'title', label: t('name'), rowHeader: true, width: '220px', cell: (panel) => panel.title },
    ...mondays.map(
      (monday, at): Column<OverviewPanel> => ({
        key: monday,
        label: monday.slice(5),
        numeric: true,
        cell: ({ key }) => {
          const figures = weeks.get(key)?.[at]
          if (!figures || sumOf(figures) === 0) return <span className="text-muted">0</span>
          return t('week', { off: figures.off, risk: figures.risk, total: sumOf(figures) })
        },
      }),
    ),
  ]
  return (
    <div className="pt-4">
      <DataTable
        caption={t('weekCaption')}
        showCaption
        columns={columns}
        rows={panels}
        rowKey={(panel) => panel.key}
        density="s"
        minWidth="1180px"
      />
    </div>
  )
}
