import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { LightShape } from '@/components/shared/light'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { OverviewFigures } from '@/server/tasks/get-overview'

const LIGHTS = ['off', 'risk', 'ok', 'idle', 'done', 'late'] as const
type Row = OverviewFigures['units'][number]

/** Lights by lead unit, in the order of the organisation: no ranking. */
export function OverviewUnits({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const { nameOf } = useTaskWords()
  const hrefOf = (row: Row, light: string) => `/tasks?view=all&lead=${row.code}&light=${light}`
  const totalOf = (row: Row) => LIGHTS.reduce((sum, light) => sum + row[light], 0)
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      label: t('columns.unit'),
      rowHeader: true,
      cell: (row) => nameOf({ name: row.name, nameEn: row.name_en }),
    },
    {
      key: 'total',
      label: t('columns.total'),
      numeric: true,
      width: '80px',
      cell: (row) => (
        <Link href={hrefOf(row, LIGHTS.join(','))} data-count={totalOf(row)}>
          {totalOf(row)}
        </Link>
      ),
    },
    ...LIGHTS.map(
      (light): Column<Row> => ({
        key: light,
        label: common(`lights.${light}`),
        head: (
          <span className="inline-flex items-center gap-1">
            <LightShape light={light} />
            {common(`lights.${light}`)}
          </span>
        ),
        numeric: true,
        width: '104px',
        cell: (row) =>
          row[light] === 0 ? (
            <span className="text-muted">0</span>
          ) : (
            <Link
              href={hrefOf(row, light)}
              data-count={row[light]}
              className={light === 'off' ? 'font-semibold text-off' : undefined}
            >
              {row[light]}
            </Link>
          ),
      }),
    ),
  ]
  return (
    <Section id="by-unit" look="page" title={t('byUnit')} note={t('byUnitNote')}>
      <DataTable
        caption={t('byUnit')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        density="s"
        minWidth="860px"
      />
    </Section>
  )
}
