import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { TimeText } from '@/components/shared/date-text'
import { ProgressPair } from '@/components/shared/progress-pair'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { SummaryList } from '@/components/shared/summary-list'
import type { TaskPage } from '@/server/tasks/get-task'
import { TaskLight } from './task-light'
import { useTaskWords } from './use-task-words'

const FLOW = ['dispatched', 'in_progress', 'under_review', 'completed', 'struck_off'] as const

/** 现状: workflow, light and result are three facts and stay apart (screens.md §0). */
export function TaskStanding({ task, today }: { task: TaskPage; today: string }) {
  const t = useTranslations('tasks.standing')
  return (
    <Section id="standing" title={useTranslations('tasks.page')('standing')}>
      <SummaryList
        rows={[
          { key: 'flow', label: t('flow'), value: <Flow task={task} /> },
          { key: 'light', label: t('light'), value: <LightInWords task={task} /> },
          ...(task.undispatched
            ? []
            : [{ key: 'result', label: t('result'), value: <ResultInWords task={task} today={today} /> }]),
          ...(task.conclusion
            ? [
                {
                  key: 'conclusion',
                  label: t('conclusion'),
                  value: <p className="measure whitespace-pre-wrap">{task.conclusion}</p>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Flow({ task }: { task: TaskPage }) {
  const t = useTranslations('tasks')
  const onWay = FLOW.some((status) => status === task.status)
  if (!onWay) return <StatusTag current>{t(`status.${task.status}`)}</StatusTag>
  return (
    <ol className="flex flex-wrap items-center gap-1 text-muted">
      {FLOW.map((status, index) => (
        <Fragment key={status}>
          {index > 0 ? (
            <li aria-hidden className="flex">
              <ChevronRight className="size-3.5" />
            </li>
          ) : null}
          <li aria-current={status === task.status ? 'step' : undefined}>
            {status === task.status ? (
              <StatusTag current>{t(`flow.${status}`)}</StatusTag>
            ) : (
              t(`flow.${status}`)
            )}
          </li>
        </Fragment>
      ))}
    </ol>
  )
}

function LightInWords({ task }: { task: TaskPage }) {
  const t = useTranslations('tasks.standing')
  const { light, expected, verified, riskPoints } = task
  if (!light) return <span className="text-muted">{t('noLight')}</span>
  const behind = light.reason === 'behind'
  const figures = { expected: expected ?? 0, verified, limit: riskPoints }
  const running = ['ok', 'risk', 'off'].includes(light.name) && expected !== null
  return (
    <>
      <TaskLight light={light} />
      {behind ? (
        <span className="block text-muted">
          {t('behind', {
            expected: light.params.expected ?? 0,
            reached: light.params.reached ?? 0,
            points: light.params.points ?? 0,
            limit: riskPoints,
          })}
        </span>
      ) : running ? (
        <span className="block text-muted">{t('expected', figures)}</span>
      ) : null}
    </>
  )
}

function ResultInWords({ task, today }: { task: TaskPage; today: string }) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const { lastReview, claimed, verified, expected } = task
  return (
    <>
      <ProgressPair claimed={claimed} verified={verified} expected={expected} className="max-w-[420px]" />
      <span className="block text-muted">
        {lastReview?.basis ? (
          <>
            {t('standing.basis', { basis: t(`basis.${lastReview.basis}`) })}
            {' · '}
            {t.rich('standing.reviewedBy', {
              name: words.nameOf(lastReview.by),
              on: () => <TimeText at={lastReview.at} today={today} />,
            })}
          </>
        ) : verified === 0 ? (
          t('standing.notVerified')
        ) : null}
      </span>
    </>
  )
}
