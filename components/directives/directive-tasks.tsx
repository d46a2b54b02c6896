import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { Light } from '@/components/shared/light'
import { StatusTag } from '@/components/shared/status-tag'
import { Tag } from '@/components/ui/tag'
import type { TaskOfDirective } from '@/server/directives/list-tasks-of-directive'

/** The tasks of a directive in the order of the text: lead, date, light with its reason, status. */
export function DirectiveTasks({ tasks, today }: { tasks: readonly TaskOfDirective[]; today: string }) {
  const t = useTranslations('directives.page')
  const words = useTranslations('tasks')
  const english = useLocale() === 'en'
  if (tasks.length === 0) return <p className="text-muted">{t('noTasks')}</p>
  const columns: Column<TaskOfDirective>[] = [
    {
      key: 'task',
      label: t('columns.task'),
      rowHeader: true,
      cell: (task) => (
        <Link href={`/tasks/T${task.no}`}>
          <b>{`T${task.no}`}</b> {task.title}
        </Link>
      ),
    },
    {
      key: 'lead',
      label: t('columns.lead'),
      width: '16%',
      cell: (task) =>
        task.lead ? english ? task.lead.nameEn : task.lead.name : <Tag tone="gap">{t('noLead')}</Tag>,
    },
    {
      key: 'due',
      label: t('columns.due'),
      width: '16%',
      cell: (task) =>
        task.dueOn ? (
          <DateText on={task.dueOn} today={today} />
        ) : task.cycle ? (
          words(`cycle.${task.cycle}`)
        ) : (
          <Tag tone="gap">{t('noDue')}</Tag>
        ),
    },
    {
      key: 'light',
      label: t('columns.light'),
      width: '20%',
      cell: (task) =>
        task.light ? (
          <Light
            stacked
            light={task.light.name}
            reason={words(`reasons.${task.light.reason}`, task.light.params)}
          />
        ) : (
          '—'
        ),
    },
    {
      key: 'status',
      label: t('columns.status'),
      width: '104px',
      cell: (task) => <StatusTag>{words(`status.${task.status}`)}</StatusTag>,
    },
  ]
  return (
    <DataTable
      caption={t('tasksCaption')}
      columns={columns}
      rows={tasks}
      rowKey={(task) => String(task.no)}
    />
  )
}
