import { dayNumber, type LocalDate } from '@/domain/calendar/local-date'
import type { Forecast, PathPoint } from '@/domain/indicators/target-path'
import { useFigures } from './use-figures'

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP] = [480, 148, 8, 64, 18, 16]

/** From so near the right edge on, the newest value is named beside it; lines of words are so far apart. */
const [NEAR, LINE] = [40, 13]

type IndicatorChartProps = {
  path: readonly PathPoint[]
  series: readonly PathPoint[]
  target: number | null
  forecast: Forecast
  label: string
}

/** Where the pace so far leads: the target on its day, or the figure on the day that the path ends. */
function forecastPoint({ forecast, target, path, series }: IndicatorChartProps): PathPoint | null {
  const end = path.at(-1)
  if (forecast?.kind === 'reaches' && target !== null) return { on: forecast.on, value: target }
  // A path that is over has no day ahead.
  const over = end !== undefined && end.on <= (series.at(-1)?.on ?? '')
  if (forecast?.kind === 'falls_short' && end && !over) return { on: end.on, value: forecast.value }
  return null
}

/** What stands beside the right edge, at the height of what it names. */
type End = { words: string; at: number; fill: string; strong?: boolean }

/** Words that would lie on one another stand below one another, in the order of their heights, within the drawing. */
function apart(ends: readonly End[]): End[] {
  const placed: End[] = []
  for (const end of [...ends].sort((a, b) => a.at - b.at)) {
    const above = placed.at(-1)
    placed.push({ ...end, at: above ? Math.max(end.at, above.at + LINE) : end.at })
  }
  const over = Math.max(0, (placed.at(-1)?.at ?? 0) - (HEIGHT - BOTTOM))
  return placed.map((end) => ({ ...end, at: end.at - over }))
}

/** Target path dashed, values solid with a dot each, the forecast dotted to a hollow one; labels stand at the lines' ends. Drawn on the server, its table stands below it. */
export function IndicatorChart(props: IndicatorChartProps) {
  const { path, series, label } = props
  const [figure, worked] = [useFigures(), useFigures(1)]
  const ahead = forecastPoint(props)
  const points = [...path, ...series, ...(ahead ? [ahead] : [])]
  const days = points.map((one) => dayNumber(one.on))
  const values = points.map((one) => one.value)
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const [low, high] = [Math.min(0, ...values), Math.max(...values)]
  if (points.length < 2 || from === to) return null
  const x = (on: LocalDate) => LEFT + ((dayNumber(on) - from) / (to - from)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM)
  const line = (list: readonly PathPoint[]) =>
    list.map((one) => `${x(one.on).toFixed(1)},${y(one.value).toFixed(1)}`).join(' ')
  const first = points.reduce((a, b) => (b.on < a.on ? b : a))
  const end = points.reduce((a, b) => (b.on > a.on ? b : a))
  const [aim, last] = [path.at(-1), series.at(-1)]
  const atEnd = (one: PathPoint) => x(one.on) > WIDTH - RIGHT - NEAR
  const foreseen = ahead && ahead.value !== aim?.value && ahead.value !== last?.value ? ahead : null
  const ends: End[] = [
    ...(aim ? [{ words: figure(aim.value), at: y(aim.value), fill: 'var(--muted)' }] : []),
    ...(last && atEnd(last)
      ? [{ words: figure(last.value), at: y(last.value), fill: 'var(--text)', strong: true }]
      : []),
    ...(foreseen ? [{ words: worked(foreseen.value), at: y(foreseen.value), fill: 'var(--brand)' }] : []),
  ]
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block w-full max-w-[480px]"
    >
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(low)} y2={y(low)} stroke="var(--line)" />
      <polyline
        points={line(path)}
        fill="none"
        stroke="var(--muted)"
        strokeWidth="1.5"
        strokeDasharray="5 4"
      />
      <polyline points={line(series)} fill="none" stroke="var(--brand)" strokeWidth="2" />
      {series.map((one) => (
        <circle key={one.on} cx={x(one.on)} cy={y(one.value)} r="3.5" fill="var(--brand)" />
      ))}
      {last && !atEnd(last) ? (
        <text
          x={x(last.on)}
          y={y(last.value) - 7}
          fontSize="12"
          fontWeight="600"
          textAnchor="middle"
          fill="var(--text)"
        >
          {figure(last.value)}
        </text>
      ) : null}
      {last && ahead ? (
        <>
          <polyline
            points={line([last, ahead])}
            fill="none"
            stroke="var(--brand)"
            strokeWidth="1.5"
            strokeDasharray="1.5 3"
          />
          <circle
            cx={x(ahead.on)}
            cy={y(ahead.value)}
            r="3.5"
            fill="var(--bg)"
            stroke="var(--brand)"
            strokeWidth="1.5"
          />
        </>
      ) : null}
      {apart(ends).map(({ words, at, fill, strong }) => (
        <text
          key={fill}
          x={WIDTH - RIGHT + 6}
          y={at + 4}
          fontSize="12"
          fontWeight={strong ? 600 : undefined}
          fill={fill}
        >
          {words}
        </text>
      ))}
      <text x={LEFT} y={HEIGHT - 4} fontSize="11" fill="var(--muted)">
        {first.on}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 4} fontSize="11" textAnchor="end" fill="var(--muted)">
        {end.on}
      </text>
    </svg>
  )
}
