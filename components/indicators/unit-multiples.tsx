import { useTranslations } from 'next-intl'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { dayNumber } from '@/domain/calendar/local-date'
import type { PathPoint } from '@/domain/indicators/target-path'
import type { ShownIndicator } from '@/server/indicators/list-indicators'
import { useFigures } from './use-figures'

type Part = ShownIndicator['parts'][number]

const HEIGHT = 44

/** Split by unit: small multiples on one scale of days and figures, in the order of the parts; the table beside says the same. */
export function UnitMultiples({ indicator }: { indicator: ShownIndicator }) {
  const t = useTranslations('indicators')
  const { nameOf } = useTaskWords()
  const figure = useFigures()
  const shown = indicator.parts.filter((part) => part.series.length > 1)
  if (shown.length < 2) return null
  const all = shown.flatMap((part) => part.series)
  const days = all.map((one) => dayNumber(one.on))
  const scale = {
    from: Math.min(...days),
    to: Math.max(...days),
    low: Math.min(0, ...all.map((one) => one.value)),
    high: Math.max(...all.map((one) => one.value)),
  }
  return (
    <ul
      aria-label={t('byUnit')}
      className="grid grid-cols-[repeat(auto-fill,minmax(144px,1fr))] gap-x-6 gap-y-3 py-2"
    >
      {shown.map((part: Part) => (
        <li key={part.id} className="border-t pt-1">
          <span className="flex items-baseline justify-between gap-2 text-note">
            <span className="truncate">{nameOf(part.unit)}</span>
            <b>{part.own === null ? '—' : figure(part.own)}</b>
          </span>
          <Multiple series={part.series} scale={scale} />
        </li>
      ))}
    </ul>
  )
}

type Scale = { from: number; to: number; low: number; high: number }

function Multiple({ series, scale }: { series: readonly PathPoint[]; scale: Scale }) {
  const { from, to, low, high } = scale
  const points = series.map(({ on, value }) => ({
    on,
    x: 2 + ((dayNumber(on) - from) / (to - from || 1)) * 96,
    y: 4 + (1 - (value - low) / (high - low || 1)) * (HEIGHT - 8),
  }))
  return (
    <svg aria-hidden="true" className="block w-full" style={{ height: HEIGHT }}>
      <line x1="0" x2="100%" y1={HEIGHT - 4} y2={HEIGHT - 4} stroke="var(--line)" />
      {points.slice(1).map((point, index) => {
        const before = points[index]
        return before ? (
          <line
            key={point.on}
            x1={`${before.x}%`}
            y1={before.y}
            x2={`${point.x}%`}
            y2={point.y}
            stroke="var(--chart-1)"
            strokeWidth="1.5"
          />
        ) : null
      })}
      {points.map((point) => (
        <circle key={point.on} cx={`${point.x}%`} cy={point.y} r="2.5" fill="var(--chart-1)" />
      ))}
    </svg>
  )
}
