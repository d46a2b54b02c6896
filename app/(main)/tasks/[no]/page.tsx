import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaskView } from '@/components/tasks/task-view'
import { findOpenAct } from '@/components/tasks/task-acts'
import { listActChoices } from '@/server/tasks/act-choices'
import { getTask } from '@/server/tasks/get-task'
import { getTaskBelow } from '@/server/tasks/task-below'
import { listTaskHistory } from '@/server/tasks/task-history'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { TASK_PAGE_ACTIONS } from '../act-actions'
import { RecordNotes } from '../../record-notes'
import { TaskExtensions } from './task-extensions'
import { taskNoOf } from './task-no'
import { readTaskQuery } from './task-query'
import { TaskKept } from './task-kept'
import { readBesideSections, readTaskHead } from './task-reads'
import { TaskUrging } from './task-urging'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('tasks'), params])
  const task = await orNotFound(readTaskHead(taskNoOf(no)))
  return { title: `${t('number', { no: task.no })} ${task.title}` }
}

export default async function TaskPage({ params, searchParams }: Props) {
  const ctx = await requireCtx()
  const no = taskNoOf((await params).no)
  const { act, part, text, history: kind, before } = readTaskQuery(await searchParams)
  const [task, below, history, sections] = await orNotFound(
    Promise.all([
      getTask(ctx, no, part),
      getTaskBelow(ctx, no),
      listTaskHistory(ctx, no, kind, before ?? null),
      readBesideSections(no),
    ]),
  )
  const open = findOpenAct(task, act, part)
  return (
    <TaskView
      {...{ task, below, open, sections, today: ctx.today, zone: ctx.settings.zone }}
      history={{ page: history, kind, paged: before !== undefined }}
      received={text === 'received'}
      refusedAct={act !== undefined && open === null}
      choices={await listActChoices(ctx, open)}
      beside={{
        notes: <RecordNotes on="task" recordId={task.id} />,
        extensions: <TaskExtensions no={no} />,
        kept: <TaskKept no={no} />,
        urging: <TaskUrging no={no} />,
      }}
      actions={TASK_PAGE_ACTIONS}
    />
  )
}
