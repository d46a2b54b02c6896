import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AwaitingLeaderList } from '@/components/extensions/awaiting-leader'
import { PageHeader } from '@/components/shared/page-header'
import { DecisionList } from '@/components/tasks/decision-list'
import { ButtonLink } from '@/components/ui/button'
import { hasRole } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { listAwaitingLeader } from '@/server/extensions/list-extension-cards'
import { listDecisions } from '@/server/notifications/list-decisions'
import { shellCounts } from '@/server/notifications/shell-counts'
import { requireCtx } from '@/server/web/ctx'
import { DECISION_ACTIONS } from '../decision-actions'

const SHOWN = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview.decisions')
  return { title: t('title') }
}

export default async function DecisionsPage() {
  const ctx = await requireCtx()
  if (!hasRole(ctx.actor, 'leader', 'office_head')) notFound()
  const leader = hasRole(ctx.actor, 'leader')
  const [t, rows, counts, waiting] = await Promise.all([
    getTranslations('overview.decisions'),
    listDecisions(ctx, SHOWN),
    shellCounts(ctx),
    leader ? [] : listAwaitingLeader(ctx, SHOWN),
  ])
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader
        title={t(leader ? 'title' : 'officeTitle')}
        meta={t('count', { count: counts.decisions })}
        actions={
          can(ctx.actor, 'portfolio.set') ? (
            <ButtonLink href="/settings/portfolios">{t('portfolio')}</ButtonLink>
          ) : null
        }
      />
      <DecisionList rows={rows} today={ctx.today} zone={ctx.settings.zone} actions={DECISION_ACTIONS} />
      <AwaitingLeaderList rows={waiting} today={ctx.today} />
    </div>
  )
}
