import type { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import type { SummaryRow } from '@/components/shared/summary-list'
import type { TaskPage } from '@/server/tasks/get-task'

/** What a change of the due date starts from: the date now, the first one, how often it was extended. */
export function dueFacts(task: TaskPage, t: ReturnType<typeof useTranslations<'tasks'>>): SummaryRow[] {
  const first = task.originalDueOn ?? task.dueOn
  return [
    { key: 'now', label: t('panels.change_due.now'), value: <DateText on={task.dueOn} look="prose" /> },
    { key: 'first', label: t('facts.firstDue'), value: <DateText on={first} look="prose" /> },
    {
      key: 'extensions',
      label: t('facts.extensions'),
      value: t('facts.times', { count: task.facts.extensionCount }),
    },
  ]
}
