import { dayNumber, type LocalDate } from '@/domain/calendar/local-date'
import type { PathPoint } from '@/domain/indicators/target-path'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [480, 132, 8, 18, 10]

/** Target path dashed, values solid with a dot each; drawn on the server, its table stands below it. */
export function IndicatorChart({
  path,
  series,
  label,
}: {
  path: readonly PathPoint[]
  series: readonly PathPoint[]
  label: string
}) {
  const points = [...path, ...series]
  const days = points.map((one) => dayNumber(one.on))
  const values = points.map((one) => one.value)
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const [low, high] = [Math.min(0, ...values), Math.max(...values)]
  if (points.length < 2 || from === to) return null
  const x = (on: LocalDate) => LEFT + ((dayNumber(on) - from) / (to - from)) * (WIDTH - 2 * LEFT)
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM)
  const line = (list: readonly PathPoint[]) =>
    list.map((one) => `${x(one.on).toFixed(1)},${y(one.value).toFixed(1)}`).join(' ')
  const first = points.reduce((a, b) => (b.on < a.on ? b : a))
  const last = points.reduce((a, b) => (b.on > a.on ? b : a))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block w-full max-w-[480px]"
    >
      <line x1={LEFT} x2={WIDTH - LEFT} y1={y(low)} y2={y(low)} stroke="var(--line)" />
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
      <text x={LEFT} y={HEIGHT - 4} fontSize="11" fill="var(--muted)">
        {first.on}
      </text>
      <text x={WIDTH - LEFT} y={HEIGHT - 4} fontSize="11" textAnchor="end" fill="var(--muted)">
        {last.on}
      </text>
    </svg>
  )
}
