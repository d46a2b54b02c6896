import { useTranslations } from 'next-intl'
import { CheckCard } from '@/components/directives/workspace/check-card'
import { CheckLines } from '@/components/directives/workspace/check-lines'
import { EmptyState } from '@/components/shared/empty-state'
import { useFailureText } from '@/components/shared/failure-text'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import type { BreakdownCheck as Page } from '@/server/tasks/breakdown/get-breakdown-check'
import { BreakdownDispatch, type DispatchAction } from './breakdown-dispatch'
import { useTaskWords } from './use-task-words'

type Props = { page: Page; action: DispatchAction; idempotencyKey: string }

/** 提交前检查 of a breakdown: what blocks and what is only a reminder, one summary a task with its sentence on top, and the dispatch by the head. */
export function BreakdownCheck({ page, action, idempotencyKey }: Props) {
  const t = useTranslations('workspace')
  const say = useFailureText()
  const { nameOf } = useTaskWords()
  const { task, assignment, cards, obstacle } = page
  const workspace = obstacle ? null : `/tasks/T${task.no}/breakdown`
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader
        title={t('breakdown.checkPage', { no: task.no })}
        meta={nameOf(assignment.unit)}
        crumbs={[{ href: `/tasks/T${task.no}`, label: `T${task.no} ${task.title}` }]}
        actions={
          workspace ? (
            <ButtonLink href={workspace} className="max-lg:hidden!">
              {t('breakdown.back')}
            </ButtonLink>
          ) : null
        }
      />
      {obstacle ? <EmptyState>{say(obstacle.code, obstacle.params)}</EmptyState> : null}
      <p className="text-muted">{t('breakdown.lead')}</p>
      <Section id="lines" title={t('check.lines.title')}>
        <CheckLines page={page} workspace={workspace} />
      </Section>
      <Section id="tasks" title={t('check.tasks')} note={cards.length}>
        {cards.length === 0 ? <p className="text-muted">{t('breakdown.none')}</p> : null}
        <ol className="grid gap-6">
          {cards.map((card) => (
            <CheckCard key={card.id} card={card} page={page} workspace={workspace} />
          ))}
        </ol>
      </Section>
      {page.ready ? (
        <BreakdownDispatch page={page} action={action} idempotencyKey={idempotencyKey} />
      ) : (
        <p className="py-6 text-muted">{page.mayDispatch ? t('decide.blocked') : t('breakdown.draftOnly')}</p>
      )}
    </div>
  )
}
