import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { reasonField } from '@/components/org/admin-grant-fields'
import { AdminForm } from '@/components/org/admin-form'
import { PageHeader } from '@/components/shared/page-header'
import { yearOf } from '@/domain/calendar/local-date'
import { newId } from '@/lib/new-id'
import { getCalendarYear } from '@/server/org/get-calendar-year'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../../params'
import { withdrawCalendarYearAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar')
  return { title: t('withdraw') }
}

export default async function WithdrawYearPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t, admin] = await Promise.all([
    requireCtx(),
    searchParams,
    getTranslations('calendar'),
    getTranslations('admin'),
  ])
  if (!/^(?:20|21)\d\d$/.test(readText(query.year))) notFound()
  const { year, published, version } = await orNotFound(getCalendarYear(ctx, Number(readText(query.year))))
  if (!published || year <= yearOf(ctx.today)) notFound()
  const back = `/admin/calendar?year=${year}`
  return (
    <>
      <PageHeader title={t('withdrawTitle', { year })} crumbs={[{ href: back, label: t('title') }]} />
      <p className="max-w-[680px] pb-2">{t('withdrawText')}</p>
      <AdminForm
        action={withdrawCalendarYearAction}
        fields={[reasonField(admin)]}
        hidden={{ year, version }}
        idempotencyKey={newId()}
        submit={t('withdrawSave', { year })}
        variant="danger"
        cancelHref={back}
        zone={ctx.settings.zone}
      />
    </>
  )
}
