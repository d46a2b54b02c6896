import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import type { DoneToday as Done } from '@/server/notifications/list-done-today'

/** 今日已办: plain text, so that what is still to do stands out; kept until midnight. */
export function DoneToday({ done, today }: { done: Done; today: string }) {
  const t = useTranslations('desk')
  const acts = useTranslations('audit')
  if (done.total === 0) return null
  return (
    <Section id="done" look="page" title={t('doneToday')} note={done.total}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 py-3 text-muted lg:px-2">
        {done.rows.map(({ event, at, count, task, directive }) => {
          const words = { act: acts(`events.${event}`), what: task?.title ?? directive ?? '', count }
          return (
            <li key={`${at}-${event}`}>
              <TimeText at={at} today={today} />{' '}
              {words.what === '' ? words.act : t(count > 1 ? 'done.many' : 'done.one', words)}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
