import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { TimeText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { DecisionList } from '@/components/tasks/decision-list'
import { OffCourseList } from '@/components/tasks/off-course-list'
import { OverviewDirectives } from '@/components/tasks/overview-directives'
import { OverviewSentence } from '@/components/tasks/overview-sentence'
import { OverviewUnits } from '@/components/tasks/overview-units'
import { ProvinceTiles } from '@/components/tasks/province-tiles'
import { can } from '@/domain/permissions/policy'
import { readOverview } from '@/server/tasks/get-overview'
import { requireCtx } from '@/server/web/ctx'
import { DECISION_ACTIONS } from '../decision-actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview')
  return { title: t('title') }
}

export default async function OverviewPage() {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'overview.read')) notFound()
  const [t, overview] = await Promise.all([getTranslations('overview'), readOverview(ctx)])
  const { figures, offCourse, provinces, decisions } = overview
  const decides = can(ctx.actor, 'task.approve')
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t.rich('asOf', { time: () => <TimeText at={ctx.now} today={ctx.today} /> })}
      />
      {overview.total === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <OverviewSentence
          today={ctx.today}
          inForce={figures.inForce}
          figures={figures.total}
          limits={ctx.settings}
        />
      )}
      {decides && overview.decisionCount > 0 ? (
        <p className="lg:hidden">
          <Link href="#decisions" className="inline-flex min-h-11 items-center font-semibold">
            {t('waiting', { count: overview.decisionCount })} ›
          </Link>
        </p>
      ) : null}
      <div className={decides ? 'grid gap-x-8 lg:grid-cols-[7fr_5fr]' : undefined}>
        <OffCourseList rows={offCourse} off={figures.total.off} risk={figures.total.risk} />
        {decides ? (
          <Section
            id="decisions"
            look="page"
            title={t('decisions.title')}
            note={
              <span className="text-note">{t('decisions.count', { count: overview.decisionCount })}</span>
            }
            end={
              <Link href="/decisions" data-count={overview.decisionCount}>
                {t('decisions.all')}
              </Link>
            }
          >
            <DecisionList
              rows={decisions}
              today={ctx.today}
              zone={ctx.settings.zone}
              actions={DECISION_ACTIONS}
            />
          </Section>
        ) : null}
      </div>
      {figures.directives.length > 0 ? <OverviewDirectives rows={figures.directives} /> : null}
      {figures.units.length > 0 ? <OverviewUnits rows={figures.units} /> : null}
      <ProvinceTiles tiles={provinces} />
    </>
  )
}
