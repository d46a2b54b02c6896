import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminList } from '@/components/org/admin-list'
import { AdminSessionTable } from '@/components/org/admin-session-table'
import { DoneNote } from '@/components/org/done-note'
import { PageHeader } from '@/components/shared/page-header'
import { listLiveSessions } from '@/server/org/list-live-sessions'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readCursor, readText, type SearchParams } from '../params'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sessions')
  return { title: t('title') }
}

export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('sessions')])
  const words = readText(query.q)
  const page = await orNotFound(listLiveSessions(ctx, { words, ...readCursor(query) }))
  return (
    <>
      <PageHeader title={t('title')} />
      <DoneNote>{query.done === '1' ? t('done') : null}</DoneNote>
      <AdminList
        path="/admin/sessions"
        here={{ q: words }}
        searchLabel={t('searchLabel')}
        empty={t('empty')}
        page={page}
      >
        <AdminSessionTable rows={page.rows} today={ctx.today} />
      </AdminList>
    </>
  )
}
