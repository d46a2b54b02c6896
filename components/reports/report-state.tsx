import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { ButtonLink } from '@/components/ui/button'
import type { ComposerForm } from '@/server/reports/get-composer'
import { WithdrawForm, type WithdrawAction } from './withdraw-form'

type ReportStateProps = {
  data: ComposerForm
  today: string
  withdraw: WithdrawAction
  idempotencyKey: string
}

/** In place of the form where none can be written now: what stands in the way, and what can be done about it. */
export function ReportState({ data, today, withdraw, idempotencyKey }: ReportStateProps) {
  const t = useTranslations('reports.state')
  const { open, task } = data
  if (open?.status === 'awaiting_signoff') {
    return (
      <State title={t('awaiting', { seq: open.seq })}>
        <p>
          {t.rich('awaitingText', {
            time: () => <TimeText at={open.sentForSignoffAt ?? open.updatedAt} today={today} />,
          })}
        </p>
        {open.maySign ? (
          <ButtonLink href={`/signoff/${open.id}`} variant="primary" className="justify-self-start">
            {t('sign')}
          </ButtonLink>
        ) : null}
      </State>
    )
  }
  if (open?.status === 'submitted') {
    return (
      <State title={t('submitted', { seq: open.seq })}>
        <p>
          {t.rich('submittedText', {
            time: () => <TimeText at={open.submittedAt ?? open.updatedAt} today={today} />,
          })}
        </p>
        {open.mayWithdraw ? (
          <WithdrawForm
            action={withdraw}
            reportId={open.id}
            version={open.version}
            idempotencyKey={idempotencyKey}
          />
        ) : null}
      </State>
    )
  }
  const { obstacle } = data
  return (
    <State title={t('blocked')}>
      {obstacle ? <Obstacle code={obstacle.code} status={String(obstacle.params?.status ?? '')} /> : null}
      <ButtonLink href={`/tasks/T${task.no}`} className="justify-self-start">
        {t('toTask', { no: task.no })}
      </ButtonLink>
    </State>
  )
}

function Obstacle({ code, status }: { code: string; status: string }) {
  const t = useTranslations('reports.errors')
  return <p>{t(code === 'report.task_not_open' ? 'task_not_open' : 'assignment_not_open', { status })}</p>
}

function State({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-3 border-t pt-4 text-prose">
      <h2 className="text-section">{title}</h2>
      {children}
    </section>
  )
}
