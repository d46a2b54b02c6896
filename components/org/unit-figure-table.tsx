import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { BURDENS, isMean, type UnitFigure } from '@/domain/org/unit-figures'
import { UNIT_METRICS } from '@/domain/tasks/metrics'
import { valueOf } from '@/domain/tasks/metrics'
import type { UnitFigures } from '@/server/org/list-unit-figures'
import { FigureChart } from './figure-chart'
import { FigureValue } from './figure-value'

/** The units in the order of the organisation, what they do first, then what is asked of them; no total, no rank. */
export function UnitFigureTables({ rows }: { rows: readonly UnitFigures[] }) {
  const t = useTranslations('figures')
  return (
    <>
      <Section id="duty" look="page" title={t('group.duty')}>
        <FigureTable caption={t('caption')} rows={rows} figures={UNIT_METRICS} minWidth="1120px" />
      </Section>
      <Section id="burden" look="page" title={t('group.burden')}>
        <FigureTable caption={t('burdenCaption')} rows={rows} figures={BURDENS} minWidth="640px" />
      </Section>
    </>
  )
}

type FigureTableProps = {
  caption: string
  rows: readonly UnitFigures[]
  figures: readonly UnitFigure[]
  minWidth: string
}

function FigureTable({ caption, rows, figures, minWidth }: FigureTableProps) {
  const t = useTranslations('figures')
  const { nameOf } = useTaskWords()
  const columns: Column<UnitFigures>[] = [
    {
      key: 'unit',
      label: t('unit'),
      rowHeader: true,
      width: '144px',
      cell: (row) => (
        <Link
          href={`/units/${row.code}`}
          className="inline-flex min-h-6 items-center font-semibold max-md:min-h-11"
        >
          {nameOf(row)}
        </Link>
      ),
    },
    ...figures.map((figure): Column<UnitFigures> => {
      const top = topOf(figure, rows)
      return {
        key: figure,
        label: t(`names.${figure}`),
        head: (
          <span title={t(`meanings.${figure}`)} className="whitespace-normal">
            {t(`names.${figure}`)}
          </span>
        ),
        cell: (row) => (
          <span className="grid gap-1">
            <FigureValue code={row.code} figure={figure} ratio={row.figures[figure].total} />
            <span className="max-w-40">
              <FigureChart figure={figure} months={row.figures[figure].months} top={top} />
            </span>
          </span>
        ),
      }
    }),
  ]
  return (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} minWidth={minWidth} />
  )
}

/** One scale for all units: shares go to one, the others to the highest month that any of them had. */
export function topOf(figure: UnitFigure, rows: readonly UnitFigures[]): number {
  if (!isMean(figure)) return 1
  const values = rows.flatMap((row) => row.figures[figure].months.map((one) => (one && valueOf(one)) ?? 0))
  return Math.max(1, ...values)
}
