import { useLocale, useTranslations } from 'next-intl'
import { partsOf, type LocalDate } from '@/domain/calendar/local-date'
import { placeOf, timelineTicks, type TimelineTick, type TimelineWindow } from '@/domain/tasks/timeline'
import { formatMonth } from '@/lib/format-date'
import styles from './timeline.module.css'

const NARROW = 5

/** The head of the time axis: months or quarters above, days or months below, and where today stands. */
export function TimelineAxis({ window, today }: { window: TimelineWindow; today: LocalDate }) {
  const t = useTranslations('timeline')
  const locale = useLocale() === 'en' ? 'en' : 'zh-CN'
  const { headings, between } = timelineTicks(window)
  const wide = window.zoom === 'quarter'
  const now = placeOf(window, today)
  const headingOf = ({ on }: TimelineTick, index: number) => {
    const { year, month } = partsOf(on)
    if (wide) return t('quarter', { year, quarter: Math.ceil(month / 3) })
    return formatMonth(on, locale, index === 0 || month === 1)
  }
  return (
    <>
      <span className="sr-only">{t('columns.axis')}</span>
      <svg className={styles.axis} aria-hidden="true">
        <defs>
          <pattern
            id="timeline-hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v5" className={styles.hatch} />
          </pattern>
        </defs>
        {headings.map((tick, index) => (
          <svg key={tick.on} x={`${tick.at}%`} overflow="visible">
            <line y1="18" y2="58" className={styles.line} />
            {tooNarrow(headings, index) ? null : (
              <text x="5" y="32" className={styles.month}>
                {headingOf(tick, index)}
              </text>
            )}
          </svg>
        ))}
        {between.map((tick, index) =>
          index === 0 && tick.at > 0 && tick.at < 1 ? null : (
            <text key={tick.on} x={`${tick.at}%`} dx="3" y="52" className={styles.tick}>
              {wide ? formatMonth(tick.on, locale, false) : tick.on.slice(8)}
            </text>
          ),
        )}
        {now >= 0 && now < 100 ? (
          <text
            x={`${now}%`}
            dx={now > 85 ? -4 : 4}
            y="13"
            textAnchor={now > 85 ? 'end' : 'start'}
            className={styles.now}
          >
            {t('today', { on: today.slice(5) })}
          </text>
        ) : null}
      </svg>
    </>
  )
}

/** A heading gives way where the next one would stand on it. */
function tooNarrow(headings: readonly TimelineTick[], index: number): boolean {
  return (headings[index + 1]?.at ?? 100) - (headings[index]?.at ?? 0) < NARROW
}
