import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminPeopleTable } from '@/components/org/admin-people-table'
import { AdminSearch } from '@/components/org/admin-search'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { Pager } from '@/components/shared/pager'
import { ButtonLink } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import { listAdminPeople } from '@/server/org/list-admin-people'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { addressOf, readChoice, readText, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

const PATH = '/admin/users'
const STATES = ['active', 'left'] as const

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('people')])
  const words = readText(query.q)
  const status = readChoice(query.status, STATES)
  const cursor = { after: readText(query.after), before: readText(query.before) }
  const { rows, total, prev, next } = await orNotFound(listAdminPeople(ctx, { words, status, ...cursor }))
  const here = { q: words, status }
  return (
    <>
      <PageHeader title={t('title')} actions={<ButtonLink href={`${PATH}/new`}>{t('add')}</ButtonLink>} />
      <Tabs
        label={t('status')}
        items={STATES.map((one) => ({
          href: addressOf(PATH, { ...here, status: one }),
          label: t(one),
          current: one === status,
        }))}
      />
      <AdminSearch
        action={PATH}
        label={t('searchLabel')}
        words={words}
        keep={{ status }}
        clearHref={addressOf(PATH, { status })}
      />
      {rows.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <AdminPeopleTable rows={rows} left={status === 'left'} />
      )}
      <Pager
        total={total}
        prevHref={prev && addressOf(PATH, { ...here, before: prev })}
        nextHref={next && addressOf(PATH, { ...here, after: next })}
      />
    </>
  )
}
