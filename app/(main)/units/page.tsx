import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { UnitFigureTables } from '@/components/org/unit-figure-table'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import { CASES_FOR_PERCENT } from '@/domain/tasks/metrics'
import { listUnitFigures } from '@/server/org/list-unit-figures'
import { requireCtx } from '@/server/web/ctx'
import { FigureTools } from './figure-tools'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figures')
  return { title: t('title') }
}

export default async function UnitsPage() {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'unit.read_figures')) notFound()
  const [t, page] = await Promise.all([getTranslations('figures'), listUnitFigures(ctx)])
  const [from, to] = [page.months[0] ?? '', page.months.at(-1) ?? '']
  return (
    <>
      <PageHeader
        title={t(can(ctx.actor, 'overview.read') ? 'title' : 'ownTitle')}
        actions={page.rows.length > 0 ? <FigureTools query="" /> : null}
      />
      <p className="border-s-4 border-brand ps-3 font-semibold">{t('note')}</p>
      <p className="pt-1 text-note text-muted">
        {t('scope', { from, to })} · {t('few', { cases: CASES_FOR_PERCENT })}
      </p>
      {page.rows.length === 0 ? <EmptyState>{t('none')}</EmptyState> : <UnitFigureTables rows={page.rows} />}
    </>
  )
}
