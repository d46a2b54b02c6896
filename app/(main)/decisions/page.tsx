import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shared/page-header'
import { DecisionList } from '@/components/tasks/decision-list'
import { hasRole } from '@/domain/permissions/actor'
import { listDecisions } from '@/server/notifications/list-decisions'
import { shellCounts } from '@/server/notifications/shell-counts'
import { requireCtx } from '@/server/web/ctx'

const SHOWN = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview.decisions')
  return { title: t('title') }
}

export default async function DecisionsPage() {
  const ctx = await requireCtx()
  if (!hasRole(ctx.actor, 'leader', 'office_head')) notFound()
  const [t, rows, counts] = await Promise.all([
    getTranslations('overview.decisions'),
    listDecisions(ctx, SHOWN),
    shellCounts(ctx),
  ])
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader title={t('title')} meta={t('count', { count: counts.decisions })} />
      <DecisionList rows={rows} today={ctx.today} />
    </div>
  )
}
