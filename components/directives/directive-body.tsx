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

const SECTIONS = ['text', 'tasks', 'history', 'source'] as const

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
  const { directive, text, tasks, history } = page
  const titles = new Map(tasks.map((task) => [task.no, task.title]))
  return (
    <>
      <JumpList label={t('sections')} items={SECTIONS.map((id) => ({ id, label: t(id) }))} />
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
