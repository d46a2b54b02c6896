import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CalendarHistory } from '@/components/org/calendar-history'
import { CalendarYear } from '@/components/org/calendar-year'
import { DoneNote } from '@/components/org/done-note'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { yearOf } from '@/domain/calendar/local-date'
import { getCalendarYear } from '@/server/org/get-calendar-year'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar')
  return { title: t('title') }
}

export default async function CalendarPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('calendar')])
  const asked = /^(?:20|21)\d\d$/.test(readText(query.year)) ? Number(readText(query.year)) : null
  const view = await orNotFound(getCalendarYear(ctx, asked))
  const { year, missing } = view
  const done = `done.${readText(query.done)}`
  const mayWithdraw = view.published && year > yearOf(ctx.today)
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('note')}
        actions={
          <>
            {mayWithdraw ? (
              <ButtonLink href={`/admin/calendar/withdraw?year=${year}`}>{t('withdraw')}</ButtonLink>
            ) : null}
            {view.published ? null : (
              <ButtonLink href={`/admin/calendar/publish?year=${year}`} variant="primary">
                {t('publish', { year })}
              </ButtonLink>
            )}
          </>
        }
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      {missing !== null && missing !== year ? (
        <p className="my-2 border-s-4 border-risk bg-surface px-4 py-2">
          {t('missing', { year: missing })}{' '}
          <ButtonLink href={`/admin/calendar/publish?year=${missing}`} variant="quiet">
            {t('publish', { year: missing })}
          </ButtonLink>
        </p>
      ) : null}
      <CalendarYear view={view} today={ctx.today} />
      <CalendarHistory history={view.history} today={ctx.today} />
    </>
  )
}
