import { useTranslations } from 'next-intl'
import { isMean, TARGET_PERCENT, type UnitFigure } from '@/domain/org/unit-figures'
import { CASES_FOR_PERCENT, valueOf, type Ratio } from '@/domain/tasks/metrics'
import { cx } from '@/lib/cx'
import styles from './figure-chart.module.css'

type FigureChartProps = {
  figure: UnitFigure
  months: readonly (Ratio | null)[]
  /** The highest value of the scale: the same for all units and, of shares, always one. */
  top: number
  /** With a name: a chart that is read out, with its target line. Without: a sparkline beside its numbers. */
  name?: string
}

const [STEP, PAD] = [100 / 12, 100 / 24]

const round = (value: number) => Math.round(value * 100) / 100

/** Twelve months on one scale: a line through the months that had cases, hollow where they were few. Drawn on the server, in few paths: a page has hundreds. */
export function FigureChart({ figure, months, top, name }: FigureChartProps) {
  const t = useTranslations('figures')
  const height = name ? 72 : 24
  const yOf = (part: number) => round(4 + (1 - part) * (height - 8))
  const points = months.flatMap((ratio, at) => {
    const value = ratio && valueOf(ratio)
    if (ratio === null || value === null) return []
    const few = figure !== 'requests' && ratio.denominator < CASES_FOR_PERCENT
    return [{ at, few, place: `${round(PAD + at * STEP)} ${yOf(Math.min(1, value / (top || 1)))}` }]
  })
  const lines = points.slice(1).map((point, index) => ({ from: points[index] ?? point, point }))
  const drawn = (apart: boolean) =>
    lines
      .filter(({ from, point }) => point.at - from.at > 1 === apart)
      .map(({ from, point }) => `M${from.place}L${point.place}`)
      .join('')
  const dots = (all: typeof points) => all.map(({ place }) => `M${place}h.01`).join('')
  const target = name && !isMean(figure) ? TARGET_PERCENT[figure] : undefined
  const [line, gap, hollow] = [drawn(false), drawn(true), dots(points.filter(({ few }) => few))]
  return (
    <svg
      className={cx(styles.chart, name && styles.large)}
      style={{ height }}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      role={name ? 'img' : undefined}
      aria-label={name && t('chart', { name })}
      aria-hidden={name ? undefined : true}
    >
      <path className={styles.base} d={`M0 ${height - 4}H100`} />
      {target === undefined ? null : <path className={styles.target} d={`M0 ${yOf(target / 100)}H100`} />}
      {line ? <path d={line} /> : null}
      {gap ? <path className={styles.gap} d={gap} /> : null}
      {points.length > 0 ? <path className={styles.dot} d={dots(points)} /> : null}
      {hollow ? <path className={styles.hollow} d={hollow} /> : null}
    </svg>
  )
}
