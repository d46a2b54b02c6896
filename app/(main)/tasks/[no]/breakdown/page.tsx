import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DecompositionWorkspace } from '@/components/directives/workspace/workspace'
import { BreakdownBlocked } from '@/components/tasks/breakdown-blocked'
import { ClientMessages } from '@/components/shared/client-messages'
import { getBreakdown } from '@/server/tasks/breakdown/get-breakdown'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readDueAction } from '../../../directives/[no]/decompose/actions'
import { taskNoOf } from '../task-no'
import {
  editBreakdownAction,
  redoBreakdownAction,
  reloadBreakdownAction,
  undoBreakdownAction,
} from './actions'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ task?: string; sentence?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('workspace.breakdown')
  return { title: t('page', { no: taskNoOf((await params).no) }) }
}

export default async function BreakdownPage({ params, searchParams }: Props) {
  const [{ no }, { task, sentence }] = await Promise.all([params, searchParams])
  const view = await orNotFound(getBreakdown(await requireCtx(), taskNoOf(no)))
  const { breakdown, units } = view
  if (breakdown && (breakdown.obstacle || units.length === 0))
    return <BreakdownBlocked breakdown={breakdown} />
  return (
    <ClientMessages namespaces={['workspace', 'date', 'cascade']}>
      <DecompositionWorkspace
        key={breakdown?.assignmentId}
        view={view}
        startAt={{ taskId: task, provisionId: sentence }}
        actions={{
          edit: editBreakdownAction,
          undo: undoBreakdownAction,
          redo: redoBreakdownAction,
          reload: reloadBreakdownAction,
          readDue: readDueAction,
        }}
      />
    </ClientMessages>
  )
}
