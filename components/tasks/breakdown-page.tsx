import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { EmptyState } from '@/components/shared/empty-state'
import { useFailureText } from '@/components/shared/failure-text'
import { PageHeader } from '@/components/shared/page-header'
import { Quote } from '@/components/shared/quote'
import type { BreakdownPage as Page } from '@/server/tasks/get-breakdown'
import { BreakdownForm, type BreakdownAction } from './breakdown-form'
import { useTaskWords } from './use-task-words'

type Props = { data: Page; saved: number | null; action: BreakdownAction; idempotencyKey: string }

/** The page of breaking a task down: the sentence above, what is made of it below. */
export function BreakdownPage({ data, saved, action, idempotencyKey }: Props) {
  const t = useTranslations('cascade.breakdown')
  const down = useTranslations('cascade.down')
  const { nameOf } = useTaskWords()
  const say = useFailureText()
  const { task, assignment, obstacle } = data
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('title', { no: task.no })}
        meta={nameOf(assignment.unit)}
        crumbs={[{ href: `/tasks/T${task.no}`, label: `T${task.no} ${task.title}` }]}
      />
      <div className="grid gap-2">
        {task.quotes.map((quote) => (
          <Quote key={quote.id} lang={quote.lang}>
            {quote.text}
          </Quote>
        ))}
        <p className="text-muted">{t('lead')}</p>
        {saved === null ? null : (
          <p role="status" className="border-s-3 border-edge ps-3">
            {t('saved', { count: saved })}
          </p>
        )}
      </div>
      {obstacle ? (
        <EmptyState>{say(obstacle.code, obstacle.params)}</EmptyState>
      ) : data.units.length === 0 ? (
        <EmptyState>{down('nobody')}</EmptyState>
      ) : (
        <ClientMessages namespaces={['cascade', 'tasks', 'date']}>
          <BreakdownForm
            // Drafts that were saved come back with their own numbers.
            key={data.drafts.map((one) => `${one.id}:${one.version}`).join()}
            data={data}
            action={action}
            idempotencyKey={idempotencyKey}
          />
        </ClientMessages>
      )}
    </div>
  )
}
