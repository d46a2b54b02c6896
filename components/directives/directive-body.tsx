import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Section } from '@/components/shared/section'
import { JumpList } from '@/components/ui/jump-list'
import type { DirectivePage } from '@/server/directives/get-directive'
import { DirectivePages } from './directive-actions'
import { DirectiveSource } from './directive-facts'
import { DirectiveHistory } from './directive-history'
import { DirectiveTasks } from './directive-tasks'
import { DirectiveTextPane } from './directive-text-pane'

type DirectiveBodyProps = {
  page: DirectivePage
  look: 'received' | 'cleaned'
  /** Offset at which the shown stretch of the text begins. */
  from: number
  today: string
  /** Sections that read for themselves: leaders' notes, study. */
  notes: ReactNode
  study: ReactNode
  /** 时间表: the tasks on a time axis. */
  timetable: ReactNode
  /** 路线图: milestones by month. */
  roadmap: ReactNode
  /** 责任状: where each unit's stands. */
  statements: ReactNode
}

/** The sections of a directive's page in order: text beside tasks, tasks, history, source. */
export function DirectiveBody({
  page,
  look,
  from,
  today,
  notes,
  study,
  timetable,
  roadmap,
  statements,
}: DirectiveBodyProps) {
  const t = useTranslations('directives.page')
  const words = useTranslations()
  const { directive, text, tasks, history } = page
  const titles = new Map(tasks.map((task) => [task.no, task.title]))
  return (
    <>
      <JumpList
        label={t('sections')}
        items={[
          { id: 'text', label: t('text') },
          { id: 'tasks', label: t('tasks') },
          { id: 'timetable', label: words('timeline.title'), own: true },
          { id: 'roadmap', label: words('milestones.roadmap'), own: true },
          { id: 'statements', label: words('statements.title'), own: true },
          { id: 'study', label: words('study.title'), own: true },
          { id: 'history', label: t('history') },
          { id: 'source', label: t('source') },
        ]}
      />
      {notes}
      <Section id="text" title={t('text')}>
        <DirectiveTextPane {...{ no: directive.no, text, look, titles, language: directive.language }} />
        <DirectivePages no={directive.no} from={from} nextFrom={text.nextFrom} look={look} />
      </Section>
      <Section
        id="tasks"
        title={t('tasks')}
        note={t('tasksCount', { count: tasks.length })}
        end={
          directive.status === 'draft' ? null : (
            <Link href={`/tasks?directive=D${directive.no}`}>{t('tasksAll')}</Link>
          )
        }
      >
        <DirectiveTasks tasks={tasks} today={today} />
      </Section>
      {timetable}
      {roadmap}
      {statements}
      {study}
      <Section id="history" title={t('history')}>
        <DirectiveHistory events={history} today={today} />
      </Section>
      <Section id="source" title={t('source')}>
        <DirectiveSource directive={directive} />
      </Section>
    </>
  )
}
