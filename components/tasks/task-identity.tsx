import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { StatusTag } from '@/components/shared/status-tag'
import { Tag } from '@/components/ui/tag'
import type { TaskPage } from '@/server/tasks/get-task'
import { TaskLight } from './task-light'
import { useTaskWords } from './use-task-words'

/** Who the task is, how it stands, whose move, and the one thing to do: stays in sight while the page scrolls (not on a phone). */
export function TaskIdentity({
  task,
  today,
  primary,
}: {
  task: TaskPage
  today: string
  primary: ReactNode
}) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const { urgency } = task.directive
  return (
    <header className="sticky top-0 z-3 -mx-6 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b bg-bg px-6 py-2 max-lg:static max-lg:-mx-4 max-lg:px-4">
      {task.light ? <TaskLight light={task.light} /> : null}
      <div className="flex min-w-0 items-baseline gap-x-3 max-md:w-full max-md:flex-wrap">
        <span className="text-muted">{t('number', { no: task.no })}</span>
        <h1 className="min-w-0 text-prose font-semibold">{task.title}</h1>
        <StatusTag>{t(`status.${task.status}`)}</StatusTag>
        {urgency === 'none' ? null : <Tag tone="urgent">{t(`page.urgency.${urgency}`)}</Tag>}
      </div>
      <div className="ms-auto flex flex-wrap items-center gap-x-4 gap-y-1 max-md:ms-0">
        {task.undispatched ? null : (
          <span>
            {t('page.due')}{' '}
            {task.dueOn ? (
              <b>
                <DateText on={task.dueOn} today={today} />
              </b>
            ) : null}{' '}
            <span className="text-muted">{words.due(task.due)}</span>
          </span>
        )}
        {task.move ? (
          <span>
            {t('page.whose')} <b>{words.moveParty(task.move)}</b>{' '}
            <span className="text-muted">{words.moveLine(task.move)}</span>
          </span>
        ) : null}
        {primary ? (
          <div className="max-md:fixed max-md:inset-x-0 max-md:bottom-14 max-md:z-4 max-md:border-t max-md:bg-bg max-md:px-4 max-md:py-2 max-md:[&_a]:w-full max-md:[&_button]:w-full max-md:[&_form]:w-full print:hidden">
            {primary}
          </div>
        ) : null}
      </div>
    </header>
  )
}
