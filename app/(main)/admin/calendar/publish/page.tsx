import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CalendarYearForm } from '@/components/org/calendar-year-form'
import { PageHeader } from '@/components/shared/page-header'
import { newId } from '@/lib/new-id'
import { getCalendarYear } from '@/server/org/get-calendar-year'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../../params'
import { checkCalendarYearAction, publishCalendarYearAction } from '../actions'

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const [t, { year }] = await Promise.all([getTranslations('calendar'), searchParams])
  return { title: t('publishTitle', { year: readText(year) }) }
}

export default async function PublishYearPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('calendar')])
  if (!/^(?:20|21)\d\d$/.test(readText(query.year))) notFound()
  const { year, published } = await orNotFound(getCalendarYear(ctx, Number(readText(query.year))))
  if (published) notFound()
  const back = `/admin/calendar?year=${year}`
  return (
    <>
      <PageHeader title={t('publishTitle', { year })} crumbs={[{ href: back, label: t('title') }]} />
      <CalendarYearForm
        check={checkCalendarYearAction}
        save={publishCalendarYearAction}
        year={year}
        backHref={back}
        idempotencyKey={newId()}
        zone={ctx.settings.zone}
      />
    </>
  )
}
