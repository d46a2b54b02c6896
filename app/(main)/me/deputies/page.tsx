import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeputyTable } from '@/components/org/deputy-table'
import { DoneNote } from '@/components/org/done-note'
import { ClientMessages } from '@/components/shared/client-messages'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { newId } from '@/lib/new-id'
import { listDeputies } from '@/server/org/deputies/list-deputies'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { endDeputyAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deputies')
  return { title: t('title') }
}

export default async function DeputiesPage({ searchParams }: Props) {
  const [ctx, query, t, me, handover] = await Promise.all([
    requireCtx(),
    searchParams,
    getTranslations('deputies'),
    getTranslations('shell.mePage'),
    getTranslations('handover'),
  ])
  const rows = await orNotFound(listDeputies(ctx))
  const done = `done.${String(query.done)}`
  return (
    <ClientMessages namespaces={['deputies', 'admin']}>
      <PageHeader
        title={t('title')}
        meta={t('meNote')}
        crumbs={[{ href: '/me', label: me('title') }]}
        actions={
          <>
            <ButtonLink href="/me/handover">{handover('open')}</ButtonLink>
            <ButtonLink href="/me/deputies/new" variant="primary">
              {t('add')}
            </ButtonLink>
          </>
        }
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      {rows.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <DeputyTable rows={rows} end={endDeputyAction} idempotencyKey={newId()} />
      )}
    </ClientMessages>
  )
}
