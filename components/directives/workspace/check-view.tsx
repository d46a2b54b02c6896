import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import { newId } from '@/lib/new-id'
import type { CheckPage } from '@/server/directives/workspace/get-check-page'
import { CheckCard } from './check-card'
import { CheckLines } from './check-lines'
import { CheckRepeats } from './check-repeats'
import { DecisionForms, type CheckActions } from './decision-forms'

/** 提交前检查: what blocks, what is only a warning, one summary a task with its sentence on top, and the decision. */
export function CheckView({ page, actions }: { page: CheckPage; actions: CheckActions }) {
  const t = useTranslations('workspace')
  const { directive, cards, may } = page
  const workspace = `/directives/D${directive.no}/decompose`
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader
        title={t('check.title')}
        meta={t('check.count', { count: cards.length })}
        crumbs={[
          { href: '/directives', label: t('check.directives') },
          { href: `/directives/D${directive.no}`, label: directive.title },
        ]}
        actions={
          may.edit ? (
            <ButtonLink href={workspace} className="max-lg:hidden!">
              {t('check.back')}
            </ButtonLink>
          ) : null
        }
      />
      <Section id="lines" title={t('check.lines.title')}>
        <CheckLines page={page} workspace={may.edit ? workspace : null} />
      </Section>
      <CheckRepeats page={page} />
      <Section id="tasks" title={t('check.tasks')} note={cards.length}>
        {cards.length === 0 ? <p className="text-muted">{t('check.nothing')}</p> : null}
        <ol className="grid gap-6">
          {cards.map((card) => (
            <CheckCard
              key={card.id}
              card={card}
              page={page}
              workspace={card.status === 'draft' && may.edit ? workspace : null}
            />
          ))}
        </ol>
      </Section>
      <DecisionForms page={page} idempotencyKey={newId()} actions={actions} />
    </div>
  )
}
