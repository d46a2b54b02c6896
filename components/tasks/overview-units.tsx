import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { LightCounts, LightShape } from '@/components/shared/light'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { lightsHref } from '@/domain/tasks/ledger-filter'
import { OVERVIEW_LIGHTS, sumOf, type OverviewLight } from '@/domain/tasks/overview-lights'
import type { OverviewFigures } from '@/server/tasks/get-overview'

type Row = OverviewFigures['units'][number]

/** Lights by lead unit, in the order of the organisation: no ranking. A phone has one line of counts a unit. */
export function OverviewUnits({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      <div className="max-md:hidden">
        <UnitTable rows={rows} />
      </div>
      <UnitLines rows={rows} />
    </>
  )
}

const hrefOf = (row: Row, lights: readonly OverviewLight[]) => lightsHref(lights, { lead: row.code })

function UnitTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const { nameOf } = useTaskWords()
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
        <Link href={hrefOf(row, OVERVIEW_LIGHTS)} data-count={sumOf(row)}>
          {sumOf(row)}
        </Link>
      ),
    },
    ...OVERVIEW_LIGHTS.map(
      (light): Column<Row> => ({
        key: light,
        label: common(`lights.${light}`),
        head: (
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            <LightShape light={light} />
            {common(`lights.${light}`)}
          </span>
        ),
        numeric: true,
        width: '128px',
        cell: (row) =>
          row[light] === 0 ? (
            <span className="text-muted">0</span>
          ) : (
            <Link
              href={hrefOf(row, [light])}
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
    <DataTable
      caption={t('byUnit')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      density="s"
      minWidth="1080px"
    />
  )
}

function UnitLines({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('overview')
  const { nameOf } = useTaskWords()
  return (
    <ul className="md:hidden">
      {rows.map((row) => (
        <li key={row.code} className="border-b py-2">
          <span className="flex items-baseline justify-between gap-3">
            <span className="text-prose">{nameOf({ name: row.name, nameEn: row.name_en })}</span>
            <Link
              href={hrefOf(row, OVERVIEW_LIGHTS)}
              data-count={sumOf(row)}
              className="inline-flex min-h-11 items-center whitespace-nowrap"
            >
              {t('tileTotal', { total: sumOf(row) })}
            </Link>
          </span>
          <LightCounts
            words={false}
            counts={OVERVIEW_LIGHTS.map((light) => ({
              light,
              count: row[light],
              href: hrefOf(row, [light]),
            }))}
          />
        </li>
      ))}
    </ul>
  )
}
