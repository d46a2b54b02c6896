import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { isMean, TARGET_PERCENT, UNIT_FIGURES, type UnitFigure } from '@/domain/org/unit-figures'
import { CASES_FOR_PERCENT, percentOf, valueOf } from '@/domain/tasks/metrics'
import type { UnitFigures } from '@/server/org/list-unit-figures'
import { FigureChart } from './figure-chart'
import { FigureValue } from './figure-value'
import { topOf } from './unit-figure-table'

type UnitChartsProps = { unit: UnitFigures; months: readonly string[] }

/** Twelve small charts of one unit against its own past and what the rules ask for; the months stand below as a table. */
export function UnitCharts({ unit, months }: UnitChartsProps) {
  const t = useTranslations('figures')
  const [first, last] = [months[0] ?? '', months.at(-1) ?? '']
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(232px,1fr))] gap-x-8 gap-y-5 pt-3">
        {UNIT_FIGURES.map((figure) => (
          <li key={figure} className="grid content-start gap-1 border-t border-edge pt-2">
            <h2 className="text-ui" title={t(`meanings.${figure}`)}>
              {t(`names.${figure}`)}
            </h2>
            <FigureValue code={unit.code} figure={figure} ratio={unit.figures[figure].total} />
            <FigureChart
              figure={figure}
              months={unit.figures[figure].months}
              top={topOf(figure, [unit])}
              name={t(`names.${figure}`)}
            />
            <p className="flex justify-between text-note text-muted" aria-hidden>
              <span>{first}</span>
              <span>{last}</span>
            </p>
            <p className="text-note text-muted">
              {t(`meanings.${figure}`)}
              {/* The line that the chart draws. */}
              <TargetWords figure={figure} unit={unit} />
            </p>
          </li>
        ))}
      </ul>
      <p className="pt-3 text-note text-muted">{t('few', { cases: CASES_FOR_PERCENT })}</p>
      <Disclosure summary={t('months')}>
        <MonthTable unit={unit} months={months} />
      </Disclosure>
    </>
  )
}

function TargetWords({ figure, unit }: { figure: UnitFigure; unit: UnitFigures }) {
  const t = useTranslations('figures')
  const target = TARGET_PERCENT[figure]
  if (target !== undefined) return <> · {t('target', { percent: target })}</>
  const { total } = unit.figures[figure]
  const value = isMean(figure) ? valueOf(total)?.toFixed(1) : percentOf(total)
  return value === null || value === undefined ? null : (
    <> · {t('ownMean', { value: isMean(figure) ? value : `${value}%` })}</>
  )
}

function MonthTable({ unit, months }: UnitChartsProps) {
  const t = useTranslations('figures')
  const rows = months.map((month, at) => ({ month, at }))
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'month', label: t('month'), rowHeader: true, width: '88px', cell: (row) => row.month },
    ...UNIT_FIGURES.map(
      (figure): Column<(typeof rows)[number]> => ({
        key: figure,
        label: t(`names.${figure}`),
        head: <span className="whitespace-normal">{t(`names.${figure}`)}</span>,
        numeric: true,
        cell: ({ month, at }) => (
          <FigureValue
            code={unit.code}
            figure={figure}
            month={month}
            words={false}
            ratio={unit.figures[figure].months[at] ?? { numerator: 0, denominator: 0 }}
          />
        ),
      }),
    ),
  ]
  return (
    <DataTable
      caption={t('months')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.month}
      density="s"
      minWidth="1160px"
    />
  )
}
