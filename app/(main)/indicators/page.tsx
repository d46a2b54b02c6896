import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { IndicatorBoardView } from '@/components/indicators/indicator-board'
import { IndicatorFilters } from '@/components/indicators/indicator-filters'
import { PageHeader } from '@/components/shared/page-header'
import { parseIndicatorFilter } from '@/domain/indicators/indicator-filter'
import { can } from '@/domain/permissions/policy'
import { listAllIndicators } from '@/server/indicators/list-all-indicators'
import { readSnapshot } from '@/server/snapshot'
import { requireCtx } from '@/server/web/ctx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('indicators')
  return { title: t('title') }
}

/** 指标: targets against values of everything that this person reads, with where the pace leads. */
export default async function IndicatorsPage({ searchParams }: Props) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('indicators')])
  if (!can(ctx.actor, 'task.read')) notFound()
  const filter = parseIndicatorFilter(query)
  const board = await readSnapshot(ctx, (at) => listAllIndicators(at, filter))
  return (
    <div className="mx-auto max-w-[1200px]">
      <PageHeader title={t('title')} meta={board.total} />
      <IndicatorFilters filter={filter} choices={board.choices} />
      <IndicatorBoardView board={board} filter={filter} />
    </div>
  )
}
