import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { addDays, daysInMonth, localDateOf, weekday, type LocalDate } from '@/domain/calendar/local-date'
import { cx } from '@/lib/cx'
import type { CalendarYearView } from '@/server/org/get-calendar-year'
import { CalendarDays } from './calendar-days'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** A year as twelve months; days off and make-up workdays carry a word, and each day of a published year leads to its correction. */
export function CalendarYear({ view, today }: { view: CalendarYearView; today: string }) {
  const t = useTranslations('calendar')
  const { year, published, days, source } = view
  const off = days.filter((day) => !day.isWorking).length
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 py-2">
        <ButtonLink
          href={`/admin/calendar?year=${year - 1}`}
          aria-label={`${t('prev')} ${t('year', { year: year - 1 })}`}
        >
          {t('year', { year: year - 1 })}
        </ButtonLink>
        <h2 className="text-section">{t('year', { year })}</h2>
        <ButtonLink
          href={`/admin/calendar?year=${year + 1}`}
          aria-label={`${t('next')} ${t('year', { year: year + 1 })}`}
        >
          {t('year', { year: year + 1 })}
        </ButtonLink>
        <span className="text-muted">
          {published ? t('counts', { off, on: days.length - off }) : t('unpublished', { year })}
        </span>
      </div>
      {source ? <p className="text-note text-muted">{t('source', { source })}</p> : null}
      <ul aria-label={t('legend')} className="flex gap-6 py-2 text-note">
        <li>
          <Mark isWorking={false} /> {t('legendOff')}
        </li>
        <li>
          <Mark isWorking /> {t('legendOn')}
        </li>
        {published ? <li className="text-muted">{t('correctHint')}</li> : null}
      </ul>
      <div className="grid max-w-[1080px] items-start gap-x-8 gap-y-6 py-2 sm:grid-cols-2 xl:grid-cols-3">
        {MONTHS.map((month) => (
          <Month key={month} {...{ month, view, today }} />
        ))}
      </div>
      {published ? <CalendarDays days={days} /> : null}
    </>
  )
}

function Month({ month, view, today }: { month: number; view: CalendarYearView; today: string }) {
  const t = useTranslations('calendar')
  const format = useFormatter()
  const name = format.dateTime(new Date(Date.UTC(view.year, month - 1, 1)), {
    month: 'long',
    timeZone: 'UTC',
  })
  return (
    <table className="w-full table-fixed text-center tabular-nums">
      <caption className="pb-1 text-start font-semibold">{name}</caption>
      <thead>
        <tr className="border-b text-note text-muted">
          {WEEK.map((day) => (
            <th key={day} scope="col" abbr={t(`weekdayLong.${day}`)} className="py-1 font-normal">
              {t(`weekdays.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(view.year, month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((on, index) => (
              <td key={index} className="p-0.5">
                {on ? <Day {...{ on, view, today }} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ on, view, today }: { on: LocalDate; view: CalendarYearView; today: string }) {
  const t = useTranslations('calendar')
  const named = view.days.find((day) => day.on === on)
  const rests = named ? !named.isWorking : weekday(on) > 5
  const content = (
    <>
      <span className={cx(on === today && 'font-semibold underline')}>{Number(on.slice(8))}</span>
      {named ? <Mark isWorking={named.isWorking} /> : null}
    </>
  )
  const look = cx(
    'relative flex min-h-9 w-full flex-col items-center justify-center rounded max-md:min-h-11',
    rests ? 'text-muted' : 'text-text',
    named && 'bg-surface',
  )
  if (!view.published) return <span className={look}>{content}</span>
  const words = [
    t('dayLabel', { date: on, weekday: t(`weekdayLong.${weekday(on)}`) }),
    named ? t(named.isWorking ? 'dayOn' : 'dayOff', { name: named.name }) : '',
  ]
  return (
    <Link
      href={`/admin/calendar/${on}`}
      title={named?.name}
      prefetch={false}
      className={cx(look, 'hover:bg-raised')}
    >
      {content}
      <span className="sr-only"> {words.filter(Boolean).join(' ')}</span>
    </Link>
  )
}

function Mark({ isWorking }: { isWorking: boolean }) {
  const t = useTranslations('calendar')
  return (
    <span
      className={cx(
        'rounded px-0.5 text-[11px] leading-4',
        isWorking ? 'bg-brand text-on-brand' : 'border border-danger text-danger',
      )}
    >
      {t(isWorking ? 'onMark' : 'offMark')}
    </span>
  )
}

function weeksOf(year: number, month: number): (LocalDate | null)[][] {
  const first = localDateOf(year, month, 1)
  if (!first) return []
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => addDays(first, index))
  const cells: (LocalDate | null)[] = [...Array.from({ length: weekday(first) - 1 }, () => null), ...days]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, index) => cells.slice(index * 7, index * 7 + 7))
}
