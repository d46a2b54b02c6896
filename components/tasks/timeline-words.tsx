import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import type { TimelineRow } from '@/server/tasks/list-timeline'

/** What a row's drawing says, in words: for ears, and on a phone, which has no room for the drawing, for eyes. */
export function TimelineWords({ row }: { row: TimelineRow }) {
  const t = useTranslations('timeline')
  const states = useTranslations('milestones.states')
  const { dispatchedOn, originalDueOn, dueOn, milestones } = row
  return (
    <span className="md:sr-only">
      <span className="block">{dispatchedOn ? t('bar', { from: dispatchedOn }) : t('notSent')}</span>
      {originalDueOn && originalDueOn !== dueOn ? (
        <span className="block">{t('original', { on: originalDueOn, count: row.extensionCount })}</span>
      ) : null}
      <span className="block">{t('verified', { verified: row.verified })}</span>
      {milestones.map((one) => (
        <span key={one.id} className="block">
          <DateText on={one.dueOn} /> {one.title} · {states(one.state)}
        </span>
      ))}
    </span>
  )
}
