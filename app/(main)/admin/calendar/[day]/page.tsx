import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CalendarDayForm } from '@/components/org/calendar-day-form'
import { PageHeader } from '@/components/shared/page-header'
import { stateOf } from '@/domain/calendar/calendar-change'
import { isGivenDate, weekday, yearOf } from '@/domain/calendar/local-date'
import { newId } from '@/lib/new-id'
import { getCalendarYear } from '@/server/org/get-calendar-year'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { checkCalendarDayAction, correctCalendarDayAction } from '../actions'

type Props = { params: Promise<{ day: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar')
  return { title: t('save') }
}

export default async function CalendarDayPage({ params }: Props) {
  const [ctx, { day }, t] = await Promise.all([requireCtx(), params, getTranslations('calendar')])
  if (!isGivenDate(day)) notFound()
  const view = await orNotFound(getCalendarYear(ctx, yearOf(day)))
  if (!view.published) notFound()
  const back = `/admin/calendar?year=${view.year}`
  const date = t('correctTitle', { date: day, weekday: t(`weekdayLong.${weekday(day)}`) })
  return (
    <>
      <PageHeader title={date} crumbs={[{ href: back, label: t('title') }]} />
      <CalendarDayForm
        check={checkCalendarDayAction}
        save={correctCalendarDayAction}
        day={{
          on: day,
          weekend: weekday(day) > 5,
          state: stateOf(ctx.calendar, day),
          name: view.days.find(({ on }) => on === day)?.name ?? '',
        }}
        version={view.version}
        backHref={back}
        idempotencyKey={newId()}
        zone={ctx.settings.zone}
      />
    </>
  )
}
