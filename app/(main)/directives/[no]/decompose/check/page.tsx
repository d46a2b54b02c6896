import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckView } from '@/components/directives/workspace/check-view'
import { ClientMessages } from '@/components/shared/client-messages'
import { getCheckPage } from '@/server/directives/workspace/get-check-page'
import { requireCtx } from '@/server/web/ctx'
import { directiveNo } from '@/server/web/directive-no'
import { orNotFound } from '@/server/web/or-not-found'
import {
  approveTasksAction,
  declineTasksAction,
  dispatchDirectiveAction,
  sendBackTasksAction,
  submitTasksAction,
} from '../actions'

type Props = { params: Promise<{ no: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('workspace.check')
  return { title: t('page', { no: directiveNo((await params).no) }) }
}

export default async function CheckPage({ params }: Props) {
  const page = await orNotFound(getCheckPage(await requireCtx(), directiveNo((await params).no)))
  return (
    <ClientMessages namespaces={['workspace', 'tasks', 'requirements']}>
      <CheckView
        page={page}
        actions={{
          submit: submitTasksAction,
          approve: approveTasksAction,
          decline: declineTasksAction,
          sendBack: sendBackTasksAction,
          dispatch: dispatchDirectiveAction,
        }}
      />
    </ClientMessages>
  )
}
