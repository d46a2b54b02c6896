import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { LightCounts } from '@/components/shared/light'
import { Section } from '@/components/shared/section'
import { Dumbbell } from '@/components/tasks/dumbbell'
import { LightBar } from '@/components/tasks/light-bar'
import type { OverviewFigures } from '@/server/tasks/get-overview'

const LIGHTS = ['off', 'risk', 'ok', 'idle', 'done', 'late'] as const
type Row = OverviewFigures['directives'][number]

/** Lights by directive, with claimed against verified: hollow is what units say, solid what was verified. */
export function OverviewDirectives({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('overview')
  const hrefOf = (row: Row, light: string) => `/tasks?view=all&directive=D${row.no}&light=${light}`
  const parts = (row: Row) => LIGHTS.map((light) => ({ light, count: row[light], href: hrefOf(row, light) }))
  const columns: Column<Row>[] = [
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
      cell: (row) => {
        const total = LIGHTS.reduce((sum, light) => sum + row[light], 0)
        return (
          <Link href={hrefOf(row, LIGHTS.join(','))} data-count={total}>
            {total}
          </Link>
        )
      },
    },
    {
      key: 'lights',
      label: t('columns.lights'),
      width: '34%',
      cell: (row) => (
        <span className="grid gap-1">
          <LightBar parts={parts(row)} height={20} />
          <LightCounts words={false} counts={parts(row)} />
        </span>
      ),
    },
    {
      key: 'progress',
      label: t('columns.progress'),
      width: '24%',
      cell: (row) => <Dumbbell claimed={row.claimed} verified={row.verified} />,
    },
  ]
  return (
    <Section id="by-directive" look="page" title={t('byDirective')} note={t('byDirectiveNote')}>
      <DataTable
        caption={t('byDirective')}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.no)}
        minWidth="860px"
      />
    </Section>
  )
}
