import { useTranslations } from 'next-intl'
import type { TaskPage } from '@/server/tasks/get-task'
import { showsBelow } from './task-below'
import type { TaskBelow } from '@/server/tasks/task-below'

/** The sections that read for themselves, each with how much it holds; null where the page does not show it. */
export type BesideSections = Readonly<
  Record<
    'milestones' | 'registers' | 'indicators' | 'extensions' | 'periods' | 'urges' | 'notes',
    number | null
  >
>

type Shown = { task: TaskPage; below: TaskBelow; entries: number; beside: BesideSections }

/** The sections of a task's page in the order in which they stand there, none that is not shown. */
export function useTaskSections({ task, below, entries, beside }: Shown) {
  const t = useTranslations()
  const kept = [
    { id: 'milestones', label: t('milestones.title'), count: beside.milestones },
    { id: 'registers', label: t('registers.title'), count: beside.registers },
    { id: 'indicators', label: t('indicators.title'), count: beside.indicators },
  ]
  const dispatched = [
    { id: 'debts', label: t('tasks.page.debts'), count: task.parts.length },
    { id: 'reports', label: t('tasks.page.reports'), count: task.reports.length },
    ...kept,
    { id: 'extensions', label: t('extensions.title'), count: beside.extensions },
    { id: 'periods', label: t('urges.periods.title'), count: beside.periods },
    { id: 'urges', label: t('urges.task.title'), count: beside.urges },
  ]
  const alike = task.alike.same.length + task.alike.like.length
  const sections = [
    { id: 'source', label: t('tasks.page.source'), count: 0 },
    { id: 'standing', label: t('tasks.page.standing'), count: 0 },
    ...(task.undispatched ? kept : dispatched),
    { id: 'history', label: t('tasks.page.history'), count: entries },
    { id: 'notes', label: t('notes.title'), count: beside.notes },
    { id: 'facts', label: t('tasks.page.facts'), count: 0 },
    { id: 'papers', label: t('documents.papers'), count: 0 },
    { id: 'below', label: t('cascade.title'), count: showsBelow(below) ? 0 : null },
    { id: 'alike', label: t('requirements.title'), count: alike || null },
  ]
  return sections.flatMap(({ id, label, count }) =>
    count === null ? [] : [{ id, label, count: count === 0 ? undefined : count }],
  )
}
