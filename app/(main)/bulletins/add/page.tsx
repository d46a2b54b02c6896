import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AddTasksForm } from '@/components/bulletins/add-tasks-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { newId } from '@/lib/new-id'
import { PICKED_SECTIONS } from '@/server/bulletins/add-tasks-to-bulletin'
import { listDrafts } from '@/server/bulletins/list-bulletins'
import { countTasks } from '@/server/tasks/count-tasks'
import { requireCtx } from '@/server/web/ctx'
import { addTasksToBulletinAction } from '../actions'

type Props = { searchParams: Promise<{ query?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulletins.add')
  return { title: t('title') }
}

export default async function AddTasksPage({ searchParams }: Props) {
  const [ctx, t, params] = await Promise.all([requireCtx(), getTranslations('bulletins'), searchParams])
  if (!can(ctx.actor, 'bulletin.draft')) notFound()
  const query = typeof params.query === 'string' ? params.query.slice(0, 4000) : ''
  const [drafts, count] = await Promise.all([listDrafts(ctx), countTasks(ctx, parseLedgerQuery(query))])
  return (
    <>
      <PageHeader
        title={t('add.title')}
        meta={t('add.tasks', { count })}
        crumbs={[{ href: '/bulletins', label: t('title') }]}
      />
      <ClientMessages namespaces={['bulletins']}>
        <AddTasksForm
          {...{ drafts, query, count }}
          sections={PICKED_SECTIONS}
          idempotencyKey={newId()}
          action={addTasksToBulletinAction}
        />
      </ClientMessages>
    </>
  )
}
