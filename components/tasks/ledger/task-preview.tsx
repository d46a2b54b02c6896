import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { ProgressPair } from '@/components/shared/progress-pair'
import { Quote } from '@/components/shared/quote'
import { StatusTag } from '@/components/shared/status-tag'
import { SummaryList } from '@/components/shared/summary-list'
import { ButtonLink } from '@/components/ui/button'
import type { TaskPage } from '@/server/tasks/get-task'
import { NoData } from '../no-data'
import { PrimaryButton } from '../primary-button'
import { TaskLight } from '../task-light'
import { TaskMoments } from '../task-moments'
import { useTaskWords } from '../use-task-words'

/** A task as the drawer shows it: how it stands, what it asks, what was reported last, and what can be done now. */
export function TaskPreview({ task, today }: { task: TaskPage; today: string }) {
  const t = useTranslations('tasks')
  const l = useTranslations('ledger')
  const words = useTaskWords()
  const href = `/tasks/T${task.no}`
  const lead = task.parts.find((one) => one.part === 'lead')
  const [report] = task.reports
  const [quote] = task.quotes
  return (
    <div className="grid gap-4" data-previewed={task.no}>
      <h3 className="text-[16px] leading-6 font-semibold">{task.title}</h3>
      <SummaryList
        rows={[
          {
            key: 'light',
            label: t('columns.light'),
            value: task.light ? <TaskLight light={task.light} /> : <NoData />,
          },
          {
            key: 'status',
            label: t('columns.status'),
            value: <StatusTag>{t(`status.${task.status}`)}</StatusTag>,
          },
          { key: 'lead', label: t('columns.lead'), value: lead ? words.nameOf(lead.unit) : <NoData /> },
          {
            key: 'due',
            label: t('columns.due'),
            value: (
              <>
                {task.dueOn ? (
                  <b>
                    <DateText on={task.dueOn} today={today} />
                  </b>
                ) : null}{' '}
                <span className="text-muted">{words.due(task.due)}</span>
              </>
            ),
          },
          {
            key: 'progress',
            label: t('columns.progress'),
            value: <ProgressPair claimed={task.claimed} verified={task.verified} expected={task.expected} />,
          },
          {
            key: 'move',
            label: t('columns.move'),
            value: task.move ? (
              <>
                {words.moveParty(task.move)} <span className="text-muted">{words.moveLine(task.move)}</span>
              </>
            ) : (
              <NoData />
            ),
          },
        ]}
      />
      {quote ? (
        <Quote lang={quote.lang} source={task.directive.docNumber ?? task.directive.title}>
          {quote.text}
        </Quote>
      ) : null}
      {report ? (
        <section aria-label={l('lastReport')} className="border-t pt-3">
          <p className="text-note text-muted">{l('lastReport')}</p>
          <p className="line-clamp-6">{report.done}</p>
        </section>
      ) : null}
      <TaskMoments task={task} />
      <div className="flex flex-wrap items-center gap-3">
        <PrimaryButton
          task={task}
          acknowledge={
            <ButtonLink href={href} variant="primary">
              {l('goAcknowledge')}
            </ButtonLink>
          }
        />
        <ButtonLink href={href}>{l('openPage')}</ButtonLink>
      </div>
    </div>
  )
}
