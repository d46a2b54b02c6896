'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDate, weekdayOf } from '@/lib/format-date'
import type { DateInfo } from '@/server/directives/workspace/date-info'

/** A due date with what a person should know of it: working days left, a day off, a year not published. */
export function DueText({ on, info }: { on: string; info: DateInfo | undefined }) {
  const t = useTranslations('workspace.due')
  const language = useLocale() === 'en' ? 'en' : 'zh-CN'
  const date = (day: string) => `${formatDate(day, language)} ${weekdayOf(day, language)}`
  return (
    <>
      <b className="whitespace-nowrap">{date(on)}</b>
      {info ? (
        <small className="ms-2 text-note text-muted">{t('workingDays', { count: info.workingDays })}</small>
      ) : null}
      {info?.next ? (
        <small className="ms-2 text-note font-semibold text-risk">
          {t('restDay', { next: date(info.next) })}
        </small>
      ) : null}
      {info?.unpublished ? (
        <small className="ms-2 text-note font-semibold text-risk">
          {t('unpublished', { year: on.slice(0, 4) })}
        </small>
      ) : null}
    </>
  )
}
