import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { TaskView } from '@/components/tasks/task-view'
import { findOpenAct } from '@/components/tasks/task-acts'
import { listActChoices } from '@/server/tasks/act-choices'
import { findReadableTask, getTask } from '@/server/tasks/get-task'
import { getTaskBelow } from '@/server/tasks/task-below'
import { HISTORY_KINDS, listTaskHistory } from '@/server/tasks/task-history'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { acknowledgeAssignmentAction } from '../actions'
import { linkRequirementsAction, unlinkRequirementAction } from '../requirement-actions'
import { TASK_ACT_ACTIONS } from '../act-actions'
import { RecordNotes } from '../../record-notes'
import { TaskExtensions } from './task-extensions'
import { TaskKept } from './task-kept'
import { TaskUrging } from './task-urging'

const ALIKE = { link: linkRequirementsAction, unlink: unlinkRequirementAction }

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const query = z.object({
  act: z.string().optional().catch(undefined),
  part: z.uuid().optional().catch(undefined),
  text: z.enum(['received']).optional().catch(undefined),
  history: z.enum(HISTORY_KINDS).catch('all'),
  before: z.uuid().optional().catch(undefined),
})

/** T12 and t12 alike; anything else is no task. */
function numberOf(value: string): number {
  const digits = /^t?(\d{1,9})$/i.exec(value)?.[1]
  return digits ? Number(digits) : notFound()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await requireCtx()
  const [t, task] = await Promise.all([
    getTranslations('tasks'),
    orNotFound(findReadableTask(ctx, numberOf((await params).no))),
  ])
  return { title: `${t('number', { no: task.no })} ${task.title}` }
}

export default async function TaskPage({ params, searchParams }: Props) {
  const ctx = await requireCtx()
  const no = numberOf((await params).no)
  const { act, part, text, history: kind, before } = query.parse(await searchParams)
  const [task, below, history] = await orNotFound(
    Promise.all([
      getTask(ctx, no, part),
      getTaskBelow(ctx, no),
      listTaskHistory(ctx, no, kind, before ?? null),
    ]),
  )
  const open = findOpenAct(task, act, part)
  return (
    <TaskView
      task={task}
      below={below}
      history={{ page: history, kind, paged: before !== undefined }}
      received={text === 'received'}
      today={ctx.today}
      zone={ctx.settings.zone}
      open={open}
      refusedAct={act !== undefined && open === null}
      choices={await listActChoices(ctx, open)}
      beside={{
        notes: <RecordNotes on="task" recordId={task.id} />,
        extensions: <TaskExtensions no={no} />,
        kept: <TaskKept no={no} />,
        urging: <TaskUrging no={no} />,
      }}
      actions={{ acknowledge: acknowledgeAssignmentAction, acts: TASK_ACT_ACTIONS, alike: ALIKE }}
    />
  )
}
