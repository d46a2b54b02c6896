import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { EmptyState } from '@/components/shared/empty-state'
import { useFailureText } from '@/components/shared/failure-text'
import { PageHeader } from '@/components/shared/page-header'
import { Quote } from '@/components/shared/quote'
import type { HandDownPage as Page } from '@/server/tasks/get-hand-down'
import { HandDownForm, type HandDownAction } from './hand-down-form'
import { useTaskWords } from './use-task-words'

type Props = { data: Page; action: HandDownAction; idempotencyKey: string }

/** The page of handing a task down whole: the sentence that it rests on, then the form. */
export function HandDownPage({ data, action, idempotencyKey }: Props) {
  const t = useTranslations('cascade.down')
  const { nameOf } = useTaskWords()
  const say = useFailureText()
  const { task, assignment, obstacle } = data
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={task.title}
        meta={nameOf(assignment.unit)}
        crumbs={[{ href: `/tasks/T${task.no}`, label: `T${task.no}` }]}
      />
      <div className="grid gap-2">
        {task.quotes.map((quote) => (
          <Quote key={quote.id} lang={quote.lang}>
            {quote.text}
          </Quote>
        ))}
      </div>
      {obstacle ? (
        <EmptyState>{say(obstacle.code, obstacle.params)}</EmptyState>
      ) : data.units.length === 0 ? (
        <EmptyState>{t('nobody')}</EmptyState>
      ) : (
        <ClientMessages namespaces={['cascade', 'tasks', 'date']}>
          <HandDownForm data={data} action={action} idempotencyKey={idempotencyKey} />
        </ClientMessages>
      )}
    </div>
  )
}
