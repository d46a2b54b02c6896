import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminSearch } from '@/components/org/admin-search'
import { AdminUnitTree } from '@/components/org/admin-unit-tree'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { findUnits, listTopUnits } from '@/server/org/list-admin-units'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('units')
  return { title: t('title') }
}

export default async function UnitsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t, admin] = await Promise.all([
    requireCtx(),
    searchParams,
    getTranslations('units'),
    getTranslations('admin'),
  ])
  const words = readText(query.q)
  const ended = query.ended === '1'
  const units = await orNotFound(words ? findUnits(ctx, words) : listTopUnits(ctx, ended))
  const noMinistry = !words && !units.some(({ kind }) => kind === 'ministry')
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={words ? t('found', { count: units.length }) : null}
        actions={
          <ButtonLink href="/admin/units/new" variant={noMinistry ? 'primary' : 'default'}>
            {t('add')}
          </ButtonLink>
        }
      />
      <AdminSearch action="/admin/units" label={t('searchLabel')} words={words} clearHref="/admin/units" />
      {noMinistry ? <EmptyState>{t('first')}</EmptyState> : null}
      {words && units.length === 0 ? <EmptyState>{admin('nothingFound', { words })}</EmptyState> : null}
      {units.length > 0 ? <AdminUnitTree units={units} today={ctx.today} label={t('tree')} /> : null}
      {words ? null : (
        <Link
          href={ended ? '/admin/units' : '/admin/units?ended=1'}
          className="inline-flex min-h-11 items-center"
        >
          {t(ended ? 'hideEnded' : 'showEnded')}
        </Link>
      )}
    </>
  )
}
