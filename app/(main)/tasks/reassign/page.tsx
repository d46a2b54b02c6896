import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { ReassignForm } from '@/components/tasks/ledger/reassign-form'
import { QUERY_LENGTH } from '@/domain/tasks/ledger-filter'
import { getReassignForm } from '@/server/tasks/get-reassign-form'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { reassignTasksAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ledger.reassign')
  return { title: t('title') }
}

/** 改派 of what was ticked in the ledger: `query` is the address of those tasks. */
export default async function ReassignTasksPage({ searchParams }: Props) {
  const [ctx, params, t] = await Promise.all([requireCtx(), searchParams, getTranslations('ledger.reassign')])
  const query = z.string().max(QUERY_LENGTH).catch('').parse(params.query)
  // Without an address of tasks, all that are open would be meant.
  if (query === '') notFound()
  const data = await orNotFound(getReassignForm(ctx, query))
  const backHref = `/tasks?${query}`
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: backHref, label: t('tasks') }]} />
      <ClientMessages namespaces={['tasks', 'ledger']}>
        <ReassignForm
          data={data}
          action={reassignTasksAction}
          idempotencyKey={crypto.randomUUID()}
          backHref={backHref}
        />
      </ClientMessages>
    </>
  )
}
