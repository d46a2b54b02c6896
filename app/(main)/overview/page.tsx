import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CompareMenu } from '@/components/tasks/compare-menu'
import { DecisionSection } from '@/components/tasks/decision-section'
import { OffCourseList } from '@/components/tasks/off-course-list'
import { OverviewDumbbells } from '@/components/tasks/overview-dumbbells'
import { OverviewKeys } from '@/components/tasks/overview-keys'
import { OverviewStanding } from '@/components/tasks/overview-standing'
import { OverviewWeeks } from '@/components/tasks/overview-weeks'
import { ProvinceTiles } from '@/components/tasks/province-tiles'
import { TimeText } from '@/components/shared/date-text'
import { PrintPage } from '@/components/documents/print-page'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import { OVERVIEW_ROWS, parseOverview } from '@/domain/tasks/overview-view'
import { readOverview } from '@/server/tasks/get-overview'
import { requireCtx } from '@/server/web/ctx'
import { DECISION_ACTIONS } from '../decision-actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function OverviewPage({ searchParams }: Props) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('overview')])
  if (!can(ctx.actor, 'overview.read')) notFound()
  const { today, calendar, settings } = ctx
  const view = parseOverview(query, today)
  const overview = await readOverview(ctx, view)
  const { figures, history, offCourse, decisions, decisionCount: count } = overview
  const decides = can(ctx.actor, 'task.approve')
  const deciding = { rows: decisions, count, today, zone: settings.zone, actions: DECISION_ACTIONS }
  return (
    <div className="sheet-one">
      <PageHeader
        title={t('title')}
        meta={t.rich('asOf', { time: () => <TimeText at={ctx.now} today={today} /> })}
        actions={
          <>
            <PrintPage label={t('print')} />
            <CompareMenu view={view} today={today} calendar={calendar} />
          </>
        }
      />
      <OverviewKeys rows={OVERVIEW_ROWS} />
      <OverviewStanding {...{ overview, today, decides, limits: settings }} />
      <div className={decides ? 'grid gap-x-8 lg:grid-cols-[7fr_5fr]' : undefined}>
        <OffCourseList rows={offCourse} off={figures.total.off} risk={figures.total.risk} />
        {decides ? <DecisionSection {...deciding} /> : null}
      </div>
      {overview.total > 0 ? <OverviewWeeks {...{ view, today, figures, history }} /> : null}
      {figures.directives.length > 0 ? <OverviewDumbbells rows={figures.directives} /> : null}
      <ProvinceTiles tiles={overview.provinces} />
    </div>
  )
}
