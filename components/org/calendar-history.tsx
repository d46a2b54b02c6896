import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import type { CalendarYearView } from '@/server/org/get-calendar-year'

type Entry = CalendarYearView['history'][number]

/** Who changed the calendar, when and why: from the audit log, the latest first. */
export function CalendarHistory({ history, today }: { history: readonly Entry[]; today: string }) {
  const t = useTranslations('calendar')
  const textOf = ({ after }: Entry) => {
    const { day, year = '', state, name = '', published } = after
    if (!day) return t(published === 'true' ? 'historyPublished' : 'historyWithdrawn', { year })
    const key = `states.${state}`
    return t('historyDay', {
      day,
      state: t.has(key) ? t(key) : (state ?? ''),
      name: name ? ` · ${name}` : '',
    })
  }
  return (
    <Section id="history" title={t('history')} look="page" className="max-w-[880px]">
      {history.length === 0 ? <p className="text-muted">{t('noHistory')}</p> : null}
      <ol className="grid gap-3">
        {history.map((entry) => (
          <li key={entry.id}>
            <TimeText at={entry.at} today={today} /> <b>{entry.by}</b> {textOf(entry)}
            {entry.after.reason ? (
              <p className="text-muted">{t('historyReason', { reason: entry.after.reason })}</p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}
