import { OVERVIEW_LIGHTS, sumOf, type LightFigures, type OverviewLight } from '@/domain/tasks/overview-lights'

/** From the bottom up: what needs looking at stands on the base line; what goes well is pale. */
const LOOK: Readonly<Record<OverviewLight, { fill: string; opacity: number; stroke?: string }>> = {
  off: { fill: 'var(--light-off-fill)', opacity: 1 },
  risk: { fill: 'var(--light-risk-fill)', opacity: 1, stroke: 'var(--light-risk-edge)' },
  ok: { fill: 'var(--light-ok-fill)', opacity: 0.4 },
  idle: { fill: 'var(--light-idle-fill)', opacity: 0.16 },
  done: { fill: 'var(--light-done-fill)', opacity: 0.4 },
  late: { fill: 'var(--light-done-fill)', opacity: 0.4 },
}

const [HEIGHT, GAP] = [36, 1.2]

/** Week by week the share of each light, all on one scale of 0 to 100 %: drawn on the server, told in words by its label. */
export function LightWeeks({ weeks, label }: { weeks: readonly LightFigures[]; label: string }) {
  const step = 100 / Math.max(1, weeks.length)
  return (
    <svg role="img" aria-label={label} className="block w-full" style={{ height: HEIGHT }} data-bar>
      {weeks.map((figures, week) => {
        const total = sumOf(figures)
        let below = 0
        return OVERVIEW_LIGHTS.map((light) => {
          const height = total === 0 ? 0 : (figures[light] / total) * HEIGHT
          if (height === 0) return null
          below += height
          const { fill, opacity, stroke } = LOOK[light]
          return (
            <rect
              key={`${week}${light}`}
              x={`${(week * step).toFixed(2)}%`}
              y={(HEIGHT - below).toFixed(1)}
              width={`${(step - GAP).toFixed(2)}%`}
              height={height.toFixed(1)}
              fill={fill}
              fillOpacity={opacity}
              stroke={stroke}
              strokeWidth={stroke ? 0.75 : undefined}
            />
          )
        })
      })}
    </svg>
  )
}
