import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminList } from '@/components/org/admin-list'
import { AdminPeopleTable } from '@/components/org/admin-people-table'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { listAdminPeople } from '@/server/org/list-admin-people'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readChoice, readCursor, readText, tabsOf, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

const PATH = '/admin/users'
const STATES = ['active', 'left'] as const

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('people')])
  const here = { q: readText(query.q), status: readChoice(query.status, STATES) }
  const filter = { words: here.q, status: here.status, ...readCursor(query) }
  const page = await orNotFound(listAdminPeople(ctx, filter))
  const views = { q: here.q, key: 'status', current: here.status, label: t }
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ButtonLink href={`${PATH}/import`}>{t('import.link')}</ButtonLink>
            <ButtonLink href={`${PATH}/new`}>{t('add')}</ButtonLink>
          </>
        }
      />
      <AdminList
        path={PATH}
        here={here}
        searchLabel={t('searchLabel')}
        views={{ label: t('status'), items: tabsOf(PATH, views, STATES) }}
        empty={t('empty')}
        page={page}
      >
        <AdminPeopleTable rows={page.rows} left={here.status === 'left'} />
      </AdminList>
    </>
  )
}
