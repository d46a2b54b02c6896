import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminAccountTable } from '@/components/org/admin-account-table'
import { AdminList } from '@/components/org/admin-list'
import { PageHeader } from '@/components/shared/page-header'
import { listAccounts } from '@/server/org/list-accounts'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readChoice, readCursor, readText, tabsOf, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('title') }
}

const PATH = '/admin/accounts'
const VIEWS = ['troubled', 'no_password', 'all'] as const

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('accounts')])
  const here = { q: readText(query.q), view: readChoice(query.view, VIEWS) }
  const filter = { words: here.q, state: here.view, ...readCursor(query) }
  const page = await orNotFound(listAccounts(ctx, filter))
  const views = { q: here.q, key: 'view', current: here.view, label: t }
  return (
    <>
      <PageHeader title={t('title')} />
      <AdminList
        path={PATH}
        here={here}
        searchLabel={t('searchLabel')}
        views={{ label: t('view'), items: tabsOf(PATH, views, VIEWS) }}
        empty={t(here.view === 'troubled' ? 'emptyTroubled' : 'empty')}
        page={page}
      >
        <AdminAccountTable rows={page.rows} today={ctx.today} />
      </AdminList>
    </>
  )
}
