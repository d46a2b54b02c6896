import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { useFailureText } from '@/components/shared/failure-text'
import { PageHeader } from '@/components/shared/page-header'
import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'
import { useTaskWords } from './use-task-words'

/** In the place of the workspace where a task cannot be broken down now: why, or that there is nobody to give it to. */
export function BreakdownBlocked({ breakdown }: { breakdown: NonNullable<WorkspaceView['breakdown']> }) {
  const t = useTranslations('workspace.breakdown')
  const down = useTranslations('cascade.down')
  const say = useFailureText()
  const { nameOf } = useTaskWords()
  const { task, unit, obstacle } = breakdown
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('page', { no: task.no })}
        meta={nameOf(unit)}
        crumbs={[{ href: `/tasks/T${task.no}`, label: `T${task.no} ${task.title}` }]}
      />
      <EmptyState>{obstacle ? say(obstacle.code, obstacle.params) : down('nobody')}</EmptyState>
    </div>
  )
}
