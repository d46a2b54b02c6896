import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminGrantTable } from '@/components/org/admin-grant-table'
import { AdminList } from '@/components/org/admin-list'
import { DoneNote } from '@/components/org/done-note'
import { RoleFilter } from '@/components/org/role-filter'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { ROLES } from '@/domain/permissions/roles'
import { listGrants } from '@/server/org/list-grants'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readChoice, readCursor, readText, tabsOf, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roles')
  return { title: t('title') }
}

const PATH = '/admin/roles'
const STATES = ['held', 'ended'] as const

export default async function RolesPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('roles')])
  const q = readText(query.q)
  const role = readChoice(query.role, ['', ...ROLES])
  const state = readChoice(query.state, STATES)
  const page = await orNotFound(
    listGrants(ctx, { words: q, role: role || null, state, ...readCursor(query) }),
  )
  const done = `done.${readText(query.done)}`
  const views = { q, key: 'state', current: state, label: t }
  return (
    <>
      <PageHeader title={t('title')} actions={<ButtonLink href={`${PATH}/new`}>{t('add')}</ButtonLink>} />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      <AdminList
        path={PATH}
        here={{ q, role, state }}
        searchLabel={t('searchLabel')}
        views={{ label: t('state'), items: tabsOf(PATH, views, STATES) }}
        filters={<RoleFilter role={role} state={state} />}
        empty={t('empty')}
        page={page}
      >
        <AdminGrantTable rows={page.rows} />
      </AdminList>
    </>
  )
}
