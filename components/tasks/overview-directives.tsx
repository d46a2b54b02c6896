import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { LightCounts } from '@/components/shared/light'
import { Dumbbell } from '@/components/tasks/dumbbell'
import { LightBar } from '@/components/tasks/light-bar'
import { lightsHref } from '@/domain/tasks/ledger-filter'
import { OVERVIEW_LIGHTS, sumOf, type OverviewLight } from '@/domain/tasks/overview-lights'
import type { OverviewFigures } from '@/server/tasks/get-overview'

type Row = OverviewFigures['directives'][number]

/** Lights by directive, with claimed against verified: the numbers of the small multiples and of the dumbbells. */
export function OverviewDirectives({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('overview')
  return (
    <DataTable
      caption={t('byDirective')}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => String(row.no)}
      minWidth="860px"
    />
  )
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('overview')
  const hrefOf = (row: Row, lights: readonly OverviewLight[]) =>
    lightsHref(lights, { directive: `D${row.no}` })
  const parts = (row: Row) =>
    OVERVIEW_LIGHTS.map((light) => ({ light, count: row[light], href: hrefOf(row, [light]) }))
  return [
    {
      key: 'title',
      label: t('columns.directive'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link
            href={`/directives/D${row.no}`}
            className="inline-flex min-h-6 items-center font-semibold max-md:min-h-11"
          >
            {row.title}
          </Link>
          <span className="block text-note text-muted">
            {row.doc_number ?? `D${row.no}`}
            {row.status === 'in_force' ? null : ` · ${t(`status.${row.status}`)}`}
          </span>
        </>
      ),
    },
    {
      key: 'total',
      label: t('columns.total'),
      numeric: true,
      width: '72px',
      cell: (row) => (
        <Link href={hrefOf(row, OVERVIEW_LIGHTS)} data-count={sumOf(row)}>
          {sumOf(row)}
        </Link>
      ),
    },
    {
      key: 'lights',
      label: t('columns.lights'),
      width: '32%',
      card: 'bare',
      cell: (row) => (
        <span className="grid gap-1">
          <LightBar hidden parts={parts(row)} height={20} />
          <LightCounts words={false} counts={parts(row)} />
        </span>
      ),
    },
    {
      key: 'progress',
      label: t('columns.progress'),
      width: '26%',
      card: 'bare',
      cell: (row) => <Dumbbell claimed={row.claimed} verified={row.verified} />,
    },
  ]
}
