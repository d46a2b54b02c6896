import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shared/client-messages'
import { TaskPapers } from '@/components/documents/task-papers'
import { JumpList } from '@/components/ui/jump-list'
import type { ActionState } from '@/domain/action-state'
import type { TaskPage } from '@/server/tasks/get-task'
import type { TaskBelow as Below } from '@/server/tasks/task-below'
import type { HistoryKind, TaskHistory } from '@/server/tasks/task-history'
import type { TaskPart } from '@/server/tasks/task-parts'
import { AcknowledgeButton } from './acknowledge-button'
import { ActStep } from './act-step'
import { partActs } from './part-acts'
import { PrimaryButton } from './primary-button'
import type { OpenAct, TaskAct } from './task-acts'
import type { AlikeActions } from './alike-list'
import { TaskAlike } from './task-alike'
import { TaskBelow } from './task-below'
import { TaskDebts } from './task-debts'
import { TaskFactsList } from './task-facts'
import { TaskHistoryList } from './task-history-list'
import { TaskIdentity } from './task-identity'
import { TaskMoments } from './task-moments'
import { TaskReports } from './task-reports'
import { TaskSource } from './task-source'
import { TaskStanding } from './task-standing'
import { useTaskSections, type BesideSections } from './use-task-sections'
import { useTaskWords } from './use-task-words'

type OnTask = ActionState<{ taskNo: number }>
type Action = (state: OnTask, payload: FormData) => Promise<OnTask>

type TaskViewProps = {
  task: TaskPage
  below: Below
  history: { page: TaskHistory; kind: HistoryKind; paged: boolean }
  received: boolean
  today: string
  zone: string
  open: OpenAct | null
  sections: BesideSections
  /** An act was asked for that is not possible (any more). */
  refusedAct: boolean
  choices: Parameters<typeof ActStep>[0]['choices']
  /** Sections that read for themselves: leaders' notes, requests for more time, periods and urges. */
  beside: { notes: ReactNode; extensions: ReactNode; urging: ReactNode; kept: ReactNode }
  actions: { acknowledge: Action; acts: Readonly<Record<TaskAct, Action>>; alike: AlikeActions }
}

/** The page of a task: everything laid flat in one column with its facts beside it, and a list to jump by. */
export function TaskView({
  task,
  below,
  history,
  received,
  today,
  zone,
  open,
  sections,
  refusedAct,
  choices,
  beside,
  actions,
}: TaskViewProps) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const acknowledge = (part: TaskPart | undefined, primary: boolean) =>
    part ? (
      <ClientMessages namespaces={['tasks']}>
        <AcknowledgeButton
          action={actions.acknowledge}
          assignmentId={part.id}
          version={part.version}
          label={primary ? t('acts.acknowledge', { no: task.no }) : t('acknowledge.one')}
          idempotencyKey={crypto.randomUUID()}
          primary={primary}
        />
      </ClientMessages>
    ) : null
  const { primary } = task
  const first =
    primary?.act === 'acknowledge' ? task.parts.find((one) => one.id === primary.partId) : undefined
  const readsLead = task.parts.some((one) => one.part === 'lead' && one.light !== null)
  return (
    <>
      <TaskIdentity
        task={task}
        today={today}
        primary={open ? null : <PrimaryButton task={task} acknowledge={acknowledge(first, true)} />}
      />
      <JumpList
        label={t('page.jump')}
        items={useTaskSections({ task, below, entries: history.page.total, beside: sections })}
      />
      {refusedAct ? (
        <p role="status" className="my-3 border-s-3 border-edge ps-3">
          {t('errors.not_now')}
        </p>
      ) : null}
      {open ? (
        <ClientMessages namespaces={['tasks']}>
          <ActStep
            task={task}
            open={open}
            choices={choices}
            action={actions.acts[open.act]}
            zone={zone}
            idempotencyKey={crypto.randomUUID()}
          />
        </ClientMessages>
      ) : (
        <TaskMoments task={task} />
      )}
      <div className="grid grid-cols-[minmax(0,8fr)_minmax(0,4fr)] gap-8 max-lg:grid-cols-1 max-lg:gap-0">
        <div className="min-w-0">
          <TaskSource
            task={task}
            received={received}
            href={(as) => `/tasks/T${task.no}${as ? '?text=received' : ''}#source`}
          />
          <TaskStanding task={task} today={today} />
          {task.undispatched ? (
            beside.kept
          ) : (
            <>
              <TaskDebts
                parts={task.parts}
                today={today}
                actsOf={(part) =>
                  partActs(task.no, part, acknowledge(part === first ? undefined : part, false))
                }
              />
              <TaskReports
                no={task.no}
                reports={task.reports}
                today={today}
                manyUnits={task.parts.length > 1}
                hidden={!readsLead}
              />
              {beside.kept}
              {beside.extensions}
              {beside.urging}
            </>
          )}
          <TaskHistoryList
            no={task.no}
            history={history.page}
            kind={history.kind}
            paged={history.paged}
            today={today}
          />
        </div>
        <aside className="min-w-0 border-s ps-6 max-lg:border-s-0 max-lg:border-t max-lg:ps-0">
          {beside.notes}
          <TaskFactsList task={task} />
          <TaskPapers
            no={task.no}
            notices={noticesOf(task, words.nameOf)}
            evidence={task.reports.some((one) => one.evidence.length > 0)}
          />
          <TaskBelow below={below} />
          <ClientMessages namespaces={['requirements']}>
            <TaskAlike taskId={task.id} data={task.alike} actions={actions.alike} />
          </ClientMessages>
        </aside>
      </div>
    </>
  )
}

/** The units whose part this reader reads whole: a supporter has its own notice alone. */
function noticesOf(task: TaskPage, nameOf: (unit: TaskPart['unit']) => string) {
  return task.parts
    .filter((part) => part.light !== null)
    .map((part) => ({ partId: part.id, unit: nameOf(part.unit) }))
}
