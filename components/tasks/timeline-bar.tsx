import { useTranslations } from 'next-intl'
import type { LocalDate } from '@/domain/calendar/local-date'
import { placeOf, timelineParts, type Stretch, type TimelineWindow } from '@/domain/tasks/timeline'
import type { TimelineRow } from '@/server/tasks/list-timeline'
import { cx } from '@/lib/cx'
import styles from './timeline.module.css'

type Props = { row: TimelineRow; window: TimelineWindow; today: LocalDate }

/** A task on the axis: bar from dispatch to due date, what was verified solid in it, the first date as a bracket, extension hatched. */
export function TimelineBar({ row, window, today }: Props) {
  const t = useTranslations('timeline')
  const parts = timelineParts(window, row, today)
  const now = placeOf(window, today)
  return (
    <svg className={styles.row} aria-hidden="true">
      {now >= 0 && now < 100 ? <line x1={`${now}%`} x2={`${now}%`} y2="40" className={styles.today} /> : null}
      {parts?.given ? <Given at={parts.given} endless={parts.endless} /> : null}
      {parts?.extension ? (
        <rect
          {...across(parts.extension)}
          y="15"
          height="10"
          fill="url(#timeline-hatch)"
          className={styles.added}
        />
      ) : null}
      {parts?.verified ? (
        <rect {...across(parts.verified)} y="17" height="6" className={styles.solid} />
      ) : null}
      {parts?.late ? (
        <line x1={`${parts.late.from}%`} x2={`${parts.late.to}%`} y1="20" y2="20" className={styles.late} />
      ) : null}
      {parts?.originalAt ? (
        <svg x={`${parts.originalAt}%`} overflow="visible">
          <path d="M-5 12h5v16h-5" className={styles.first} />
        </svg>
      ) : null}
      {row.milestones.map((one) => {
        const at = placeOf(window, one.dueOn)
        return at < 0 || at >= 100 ? null : (
          <svg key={one.id} x={`${at}%`} overflow="visible">
            <title>{`${one.dueOn} ${one.title}`}</title>
            <path
              d="M0 15V3.5h8l-2.2 2.6L8 8.5H0"
              className={cx(styles.flag, one.doneOn && styles.reached)}
            />
          </svg>
        )
      })}
      {parts?.outside ? (
        <text
          x={parts.outside === 'before' ? '0%' : '100%'}
          dx={parts.outside === 'before' ? 8 : -8}
          y="24"
          textAnchor={parts.outside === 'before' ? 'start' : 'end'}
          className={styles.tick}
        >
          {parts.outside === 'before' ? `‹ ${t('outside.before')}` : `${t('outside.after')} ›`}
        </text>
      ) : null}
    </svg>
  )
}

/** A stretch that goes on beyond the window is drawn past its edge, so that no line closes it there. */
function across({ from, to, before, after }: Stretch) {
  const [x, end] = [before ? from - 1 : from, after ? to + 1 : to]
  return { x: `${x}%`, width: `${end - x}%` }
}

function Given({ at, endless }: { at: Stretch; endless: boolean }) {
  if (!endless) return <rect {...across(at)} y="15" height="10" className={styles.bar} />
  return (
    <>
      <rect {...across(at)} y="15" height="10" className={styles.endless} />
      {[15, 25].map((y) => (
        <line key={y} x1={`${at.from}%`} x2="100%" y1={y} y2={y} className={styles.edge} />
      ))}
      <line x1={`${at.from}%`} x2={`${at.from}%`} y1="15" y2="25" className={styles.edge} />
    </>
  )
}
