import { useTranslations } from 'next-intl'
import { isMean, TARGET_PERCENT, type UnitFigure } from '@/domain/org/unit-figures'
import { CASES_FOR_PERCENT, valueOf, type Ratio } from '@/domain/tasks/metrics'

type FigureChartProps = {
  figure: UnitFigure
  months: readonly (Ratio | null)[]
  /** The highest value of the scale: the same for all units and, of shares, always one. */
  top: number
  /** With a name: a chart that is read out, with its target line. Without: a sparkline beside its numbers. */
  name?: string
}

const [STEP, PAD] = [100 / 12, 100 / 24]

/** Twelve months on one scale: a line through the months that had cases, hollow where they were few. Drawn on the server. */
export function FigureChart({ figure, months, top, name }: FigureChartProps) {
  const t = useTranslations('figures')
  const height = name ? 72 : 24
  const points = months.flatMap((ratio, at) => {
    const value = ratio && valueOf(ratio)
    if (ratio === null || value === null) return []
    const few = figure !== 'requests' && ratio.denominator < CASES_FOR_PERCENT
    return [{ at, few, x: PAD + at * STEP, y: 4 + (1 - Math.min(1, value / (top || 1))) * (height - 8) }]
  })
  const target = name && !isMean(figure) ? TARGET_PERCENT[figure] : undefined
  const line = target === undefined ? null : 4 + (1 - target / 100) * (height - 8)
  return (
    <svg
      className="block w-full"
      style={{ height }}
      role={name ? 'img' : undefined}
      aria-label={name && t('chart', { name })}
      aria-hidden={name ? undefined : true}
    >
      <line x1="0" x2="100%" y1={height - 4} y2={height - 4} stroke="var(--line)" />
      {line === null ? null : (
        <line x1="0" x2="100%" y1={line} y2={line} stroke="var(--edge)" strokeDasharray="4 3" />
      )}
      {points.slice(1).map((point, index) => {
        const from = points[index]
        return from ? (
          <line
            key={point.at}
            x1={`${from.x}%`}
            y1={from.y}
            x2={`${point.x}%`}
            y2={point.y}
            stroke="var(--chart-1)"
            strokeWidth="1.5"
            strokeDasharray={point.at - from.at > 1 ? '2 2' : undefined}
          />
        ) : null
      })}
      {points.map(({ at, few, x, y }) => (
        <circle
          key={at}
          cx={`${x}%`}
          cy={y}
          r={name ? 3 : 2}
          fill={few ? 'var(--bg)' : 'var(--chart-1)'}
          stroke="var(--chart-1)"
        />
      ))}
    </svg>
  )
}
