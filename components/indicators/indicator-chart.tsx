import { dayNumber, type LocalDate } from '@/domain/calendar/local-date'
import type { Forecast, PathPoint } from '@/domain/indicators/target-path'
import { useFigures } from './use-figures'

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP] = [480, 148, 8, 64, 18, 16]

type IndicatorChartProps = {
  path: readonly PathPoint[]
  series: readonly PathPoint[]
  target: number | null
  forecast: Forecast
  label: string
}

/** Where the pace so far leads: the target on its day, or the figure on the day that the path ends. */
function forecastPoint({ forecast, target, path }: IndicatorChartProps): PathPoint | null {
  const end = path.at(-1)
  if (forecast?.kind === 'reaches' && target !== null) return { on: forecast.on, value: target }
  if (forecast?.kind === 'falls_short' && end) return { on: end.on, value: forecast.value }
  return null
}

/** Target path dashed, values solid with a dot each, the forecast dotted to a hollow one; labels stand at the lines' ends. Drawn on the server, its table stands below it. */
export function IndicatorChart(props: IndicatorChartProps) {
  const { path, series, label } = props
  const figure = useFigures()
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
      {aim ? (
        <text x={x(aim.on) + 6} y={y(aim.value) + 4} fontSize="12" fill="var(--muted)">
          {figure(aim.value)}
        </text>
      ) : null}
      <polyline points={line(series)} fill="none" stroke="var(--brand)" strokeWidth="2" />
      {series.map((one) => (
        <circle key={one.on} cx={x(one.on)} cy={y(one.value)} r="3.5" fill="var(--brand)" />
      ))}
      {last ? (
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
          {ahead.value === aim?.value ? null : (
            <text x={x(ahead.on) + 6} y={y(ahead.value) + 4} fontSize="12" fill="var(--brand)">
              {figure(ahead.value)}
            </text>
          )}
        </>
      ) : null}
      <text x={LEFT} y={HEIGHT - 4} fontSize="11" fill="var(--muted)">
        {first.on}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 4} fontSize="11" textAnchor="end" fill="var(--muted)">
        {end.on}
      </text>
    </svg>
  )
}
