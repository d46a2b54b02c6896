import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import { pathAt } from '@/domain/indicators/target-path'
import type { ShownIndicator } from '@/server/indicators/list-indicators'
import { IndicatorChart } from './indicator-chart'
import { IndicatorValues } from './indicator-values'
import { UnitMultiples } from './unit-multiples'
import { useFigures } from './use-figures'

type Props = { no: number; indicator: ShownIndicator; mayPlan: boolean }

/** One indicator: where it stands in words first, then its path, its units, its history. */
export function OneIndicator({ no, indicator, mayPlan }: Props) {
  const t = useTranslations('indicators')
  return (
    <article className="border-t py-3 first:border-t-0 first:pt-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-ui">
        {indicator.name}
        {mayPlan ? (
          <Link
            href={`/tasks/T${no}/indicators/${indicator.id}`}
            className="inline-flex min-h-6 items-center font-normal max-md:min-h-11"
          >
            {t('editTitle')}
          </Link>
        ) : null}
      </h3>
      <IndicatorBody no={no} indicator={indicator} />
    </article>
  )
}

/** What stands below the name, on the task's page and among all indicators. */
export function IndicatorBody({ no, indicator }: Omit<Props, 'mayPlan'>) {
  const t = useTranslations('indicators')
  const { total, target, measure, standing, register, path, series, parts } = indicator
  const figure = useFigures()
  const words = useTaskWords()
  const worked = useFigures(1)
  const gap = standing && worked(Math.abs(standing.difference))
  const measureWords = indicator.registerMeasure ? t(`measures.${indicator.registerMeasure}`) : ''
  const days = [...new Set([...path, ...series].map((one) => one.on))].sort()
  return (
    <>
      {total ? (
        <p className="flex flex-wrap items-baseline gap-x-3">
          {total.value === null ? (
            <span className="text-muted">{t('noValue')}</span>
          ) : (
            <b>{t('now', { value: figure(total.value), measure })}</b>
          )}
          {target === null ? null : <span>{t('target', { value: figure(target), measure })}</span>}
          {indicator.asOf ? (
            <span className="text-muted">
              {t.rich('asOf', { on: () => <DateText on={indicator.asOf} /> })}
            </span>
          ) : null}
          {total.of > 1 ? (
            <span className="text-muted">{t('given', { given: total.given, of: total.of })}</span>
          ) : null}
        </p>
      ) : null}
      {standing ? (
        <p className={standing.behind ? 'font-semibold text-off' : undefined}>
          {standing.difference === 0
            ? t('even', { expected: worked(standing.expected) })
            : t(standing.behind ? 'behind' : 'ahead', {
                expected: worked(standing.expected),
                by: gap ?? '',
              })}
        </p>
      ) : null}
      <Forecast indicator={indicator} />
      {register ? (
        <p className="text-muted">
          <Link href={`/tasks/T${no}/registers/${register.no}`}>
            {t('fromRegister', {
              register: register.title,
              measure: register.column
                ? t('measures.column', { column: words.nameOf(register.column) })
                : measureWords,
            })}
          </Link>
        </p>
      ) : null}
      {path.length > 1 ? (
        <>
          <IndicatorChart
            {...{ path, series, target, forecast: indicator.forecast }}
            label={t('chart', { name: indicator.name })}
          />
          <Disclosure summary={t('path')}>
            <DataTable
              caption={t('chart', { name: indicator.name })}
              density="s"
              rows={days}
              rowKey={(on) => on}
              columns={[
                { key: 'on', label: t('columns.on'), rowHeader: true, cell: (on) => <DateText on={on} /> },
                {
                  key: 'target',
                  label: t('columns.target'),
                  numeric: true,
                  cell: (on) => figure(pathAt(path, on) ?? 0),
                },
                {
                  key: 'actual',
                  label: t('columns.actual'),
                  numeric: true,
                  cell: (on) => {
                    const value = series.find((one) => one.on === on)?.value
                    return value === undefined ? '—' : figure(value)
                  },
                },
              ]}
            />
          </Disclosure>
        </>
      ) : null}
      <UnitMultiples indicator={indicator} />
      {parts.length > 1 || (!total && parts.length > 0) ? <Parts indicator={indicator} /> : null}
      {indicator.values.length > 0 ? <IndicatorValues indicator={indicator} /> : null}
    </>
  )
}

function Forecast({ indicator: { forecast } }: { indicator: ShownIndicator }) {
  const t = useTranslations('indicators.forecast')
  const figure = useFigures(1)
  if (!forecast) return null
  if (forecast.kind === 'reached') return <p>{t('reached')}</p>
  if (forecast.kind === 'falls_short') return <p>{t('falls_short', { value: figure(forecast.value) })}</p>
  return <p>{t.rich('reaches', { on: () => <DateText on={forecast.on} look="prose" /> })}</p>
}

function Parts({ indicator }: { indicator: ShownIndicator }) {
  const t = useTranslations('indicators')
  const words = useTaskWords()
  const figure = useFigures()
  return (
    <div className="mt-2">
      <DataTable
        caption={indicator.name}
        density="s"
        rows={indicator.parts}
        rowKey={(part) => part.id}
        columns={[
          { key: 'unit', label: t('columns.unit'), rowHeader: true, cell: (part) => words.nameOf(part.unit) },
          {
            key: 'own',
            label: t('columns.value'),
            numeric: true,
            cell: (part) => (part.own === null ? '—' : figure(part.own)),
          },
          {
            key: 'below',
            label: t('columns.below'),
            cell: ({ below }) =>
              below && below.value !== null
                ? t(indicator.aggregation === 'sum' ? 'below' : 'belowMean', {
                    value: figure(below.value),
                    given: below.given,
                    of: below.of,
                  })
                : '—',
          },
          { key: 'asOf', label: t('columns.asOf'), cell: (part) => <DateText on={part.asOf} /> },
        ]}
      />
    </div>
  )
}
