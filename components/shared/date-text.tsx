import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { formatDate, formatDue, localParts, daysBetween, type DateLook } from '@/lib/format-date'

type Language = 'zh-CN' | 'en'
const languageOf = (locale: string): Language => (locale === 'en' ? 'en' : 'zh-CN')

/** A date. With `today` it is a due date and carries its weekday within 14 days. No date: “—”, read as no data. */
export function DateText({
  on,
  look = 'table',
  today,
}: {
  on: string | null | undefined
  look?: DateLook
  today?: string
}) {
  const locale = languageOf(useLocale())
  const t = useTranslations('common')
  if (!on) {
    return (
      <>
        <span aria-hidden>{'—'}</span>
        <span className="sr-only">{t('noData')}</span>
      </>
    )
  }
  return (
    <time dateTime={on} className="whitespace-nowrap">
      {today ? formatDue(on, today, locale, look) : formatDate(on, locale, look)}
    </time>
  )
}

type TimeTextProps = {
  at: Date | string
  /** 'YYYY-MM-DD' in the zone of the settings: turns the date into “today” or “yesterday”, and drops this year. */
  today?: string
  zone?: string
  seconds?: boolean
}

/** An instant, to the minute or second, in the zone of the settings; the full form stands in the title. */
export function TimeText({ at, today, zone, seconds }: TimeTextProps) {
  const t = useTranslations('common')
  const configured = useTimeZone()
  const instant = typeof at === 'string' ? new Date(at) : at
  const local = localParts(instant, zone ?? configured ?? 'Asia/Shanghai')
  const clock = seconds ? local.seconds : local.time
  const full = `${local.on} ${clock}`
  const ago = today ? daysBetween(local.on, today) : null
  const day =
    ago === 0
      ? ''
      : ago === 1
        ? `${t('yesterday')} `
        : today?.slice(0, 4) === local.on.slice(0, 4)
          ? `${local.on.slice(5)} `
          : `${local.on} `
  return (
    <time dateTime={instant.toISOString()} title={full} className="whitespace-nowrap">
      {today ? `${day}${clock}` : full}
    </time>
  )
}
