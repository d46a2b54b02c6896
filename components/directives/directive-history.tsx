import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { TimelineEvents } from '@/components/shared/timeline-events'
import type { DirectiveEvent } from '@/server/directives/directive-history'

/** What happened to a directive, from the record, in words; one act on many tasks is one line. */
export function DirectiveHistory({ events, today }: { events: readonly DirectiveEvent[]; today: string }) {
  const t = useTranslations('directives.page')
  const roles = useTranslations('shell.roles')
  if (events.length === 0) return <p className="text-muted">{t('historyEmpty')}</p>
  return (
    <TimelineEvents
      label={t('history')}
      events={events.map((event) => ({
        id: event.id,
        title: t(`events.${event.event}`),
        text: [
          event.count > 0 ? t('eventTasks', { count: event.count }) : '',
          event.reason ? t('reason', { reason: event.reason }) : '',
        ]
          .filter(Boolean)
          .join(' '),
        by:
          event.role && event.unit
            ? t('by', { actor: event.actor, unit: event.unit, role: roles(event.role) })
            : event.actor,
        at: event.at,
        when: <TimeText at={event.at} today={today} />,
      }))}
    />
  )
}
