import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NoData } from '@/components/tasks/no-data'
import { isMean, type UnitFigure } from '@/domain/org/unit-figures'
import { percentOf, valueOf, type Ratio } from '@/domain/tasks/metrics'
import { figureHref } from './figure-href'

type FigureValueProps = { code: string; figure: UnitFigure; ratio: Ratio; month?: string; words?: boolean }

/** “18/20” with both numbers leading to their cases; a percentage from five cases on, or so many per case. */
export function FigureValue({ code, figure, ratio, month, words = true }: FigureValueProps) {
  const { numerator, denominator } = ratio
  if (denominator === 0) return <NoData />
  const to = (which: 'counted' | 'all', count: number) => (
    <Link
      href={figureHref(code, figure, which, month)}
      data-count={count}
      data-sum={isMean(figure) && figure !== 'requests' && which === 'counted' ? figure : undefined}
      className="inline-flex min-h-6 min-w-6 items-center justify-center max-md:min-h-11 max-md:min-w-11"
    >
      {count}
    </Link>
  )
  return (
    <span className="whitespace-nowrap">
      {to('counted', numerator)}
      <span aria-hidden>{'/'}</span>
      {figure === 'requests' ? <span className="px-1">{denominator}</span> : to('all', denominator)}
      {words ? (
        <span className="block text-note text-muted">
          <Share figure={figure} ratio={ratio} />
        </span>
      ) : null}
    </span>
  )
}

/** The share in percent, or the mean; nothing where there are too few cases to say one. */
function Share({ figure, ratio }: { figure: UnitFigure; ratio: Ratio }) {
  const t = useTranslations('figures')
  const value = valueOf(ratio)
  if (figure === 'extensions_per_task' || figure === 'working_days_to_complete' || figure === 'requests')
    return <>{value === null ? null : t(`mean.${figure}`, { value: value.toFixed(1) })}</>
  const percent = percentOf(ratio)
  return <>{percent === null ? '\u00a0' : t('percent', { percent })}</>
}
