import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PortfolioForm, PortfolioTable } from '@/components/org/portfolio-table'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import {
  findPortfolio,
  listPortfolioChoices,
  listPortfolios,
  portfolioMark,
} from '@/server/org/list-portfolios'
import { requireCtx } from '@/server/web/ctx'
import { setPortfolioAction } from './actions'

type Props = { searchParams: Promise<{ leader?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portfolios')
  return { title: t('title') }
}

export default async function PortfoliosPage({ searchParams }: Props) {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'portfolio.set')) notFound()
  const t = await getTranslations('portfolios')
  const leader = z.uuid().safeParse((await searchParams).leader)
  const chosen = leader.success ? await findPortfolio(ctx, leader.data) : null
  const crumbs = [{ href: '/settings', label: t('settings') }]
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader title={t('title')} crumbs={crumbs} />
      <p className="mb-3 text-muted">{t('note')}</p>
      {chosen ? (
        <PortfolioForm
          portfolio={chosen}
          mark={portfolioMark(chosen)}
          choices={await listPortfolioChoices(ctx, chosen)}
          zone={ctx.settings.zone}
          action={setPortfolioAction}
        />
      ) : (
        <PortfolioTable rows={await listPortfolios(ctx)} />
      )}
    </div>
  )
}
