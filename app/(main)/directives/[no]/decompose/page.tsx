import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AlikeProvider } from '@/components/directives/workspace/alike-context'
import { DecompositionWorkspace } from '@/components/directives/workspace/workspace'
import { ClientMessages } from '@/components/shared/client-messages'
import { getWorkspace } from '@/server/directives/workspace/get-workspace'
import { requireCtx } from '@/server/web/ctx'
import { directiveNo } from '@/server/web/directive-no'
import { orNotFound } from '@/server/web/or-not-found'
import {
  linkRequirementsAction,
  readAlikeAction,
  unlinkRequirementAction,
} from '../../../tasks/requirement-actions'
import {
  editDecompositionAction,
  readDueAction,
  redoEditAction,
  reloadDraftAction,
  rerunDecompositionAction,
  undoEditAction,
} from './actions'

const ALIKE = { read: readAlikeAction, link: linkRequirementsAction, unlink: unlinkRequirementAction }

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ task?: string; sentence?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('workspace')
  return { title: t('page', { no: directiveNo((await params).no) }) }
}

export default async function DecomposePage({ params, searchParams }: Props) {
  const [{ no }, { task, sentence }] = await Promise.all([params, searchParams])
  const view = await orNotFound(getWorkspace(await requireCtx(), directiveNo(no)))
  return (
    <ClientMessages namespaces={['workspace', 'date', 'requirements', 'milestones', 'indicators']}>
      <AlikeProvider {...ALIKE}>
        <DecompositionWorkspace
          key={view.directive.id}
          view={view}
          startAt={{ taskId: task, provisionId: sentence }}
          actions={{
            edit: editDecompositionAction,
            undo: undoEditAction,
            redo: redoEditAction,
            rerun: rerunDecompositionAction,
            reload: reloadDraftAction,
            readDue: readDueAction,
          }}
        />
      </AlikeProvider>
    </ClientMessages>
  )
}
