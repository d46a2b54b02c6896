import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BreakdownCheck } from '@/components/tasks/breakdown-check'
import { ClientMessages } from '@/components/shared/client-messages'
import { newId } from '@/lib/new-id'
import { getBreakdownCheck } from '@/server/tasks/breakdown/get-breakdown-check'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { taskNoOf } from '../../task-no'
import { dispatchBreakdownAction } from '../actions'

type Props = { params: Promise<{ no: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('workspace.breakdown')
  return { title: t('checkPage', { no: taskNoOf((await params).no) }) }
}

export default async function BreakdownCheckPage({ params }: Props) {
  const page = await orNotFound(getBreakdownCheck(await requireCtx(), taskNoOf((await params).no)))
  return (
    <ClientMessages namespaces={['workspace', 'tasks', 'cascade']}>
      <BreakdownCheck page={page} action={dispatchBreakdownAction} idempotencyKey={newId()} />
    </ClientMessages>
  )
}
