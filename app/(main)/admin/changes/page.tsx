import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnitChangeTable } from '@/components/org/unit-change-table'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { Pager } from '@/components/shared/pager'
import { ButtonLink } from '@/components/ui/button'
import { can } from '@/domain/permissions/policy'
import { listUnitChanges } from '@/server/org/unit-change/list-unit-changes'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readCursor, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unit_changes')
  return { title: t('title') }
}

export default async function ChangesPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('unit_changes')])
  const page = await orNotFound(listUnitChanges(ctx, readCursor(query)))
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can(ctx.actor, 'org.manage') ? (
            <ButtonLink href="/admin/changes/new" variant="primary">
              {t('add')}
            </ButtonLink>
          ) : null
        }
      />
      {page.rows.length === 0 ? <EmptyState>{t('empty')}</EmptyState> : <UnitChangeTable rows={page.rows} />}
      <Pager
        total={page.total}
        prevHref={page.prev && `/admin/changes?before=${page.prev}`}
        nextHref={page.next && `/admin/changes?after=${page.next}`}
      />
    </>
  )
}
