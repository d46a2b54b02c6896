'use client'

import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { ButtonLink } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { BulletinDrafts } from '@/server/bulletins/list-bulletins'
import type { BulletinAction } from './bulletin-actions'

type Props = {
  drafts: BulletinDrafts
  sections: readonly ('progressing' | 'problems' | 'next')[]
  query: string
  count: number
  idempotencyKey: string
  action: BulletinAction<{ added: number }>
}

/** 加入通报: into which draft, and under which heading. */
export function AddTasksForm({ drafts, sections, query, count, idempotencyKey, action }: Props) {
  const t = useTranslations('bulletins')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(state)
  if (drafts.length === 0)
    return (
      <EmptyState action={<ButtonLink href="/bulletins/new">{t('add.new')}</ButtonLink>}>
        {t('add.none')}
      </EmptyState>
    )
  return (
    <form action={submit} noValidate className="grid max-w-[640px] gap-5 pb-6">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="query" value={query} />
      <Select
        name="bulletin"
        label={t('add.bulletin')}
        emptyLabel={drafts.length > 1 ? t('add.choose') : undefined}
        options={drafts.map((one) => ({
          value: `${one.id}:${one.version}`,
          label: `B${one.no} ${one.title}`,
        }))}
        error={errorOf('bulletin')}
      />
      <RadioGroup
        legend={t('add.section')}
        name="section"
        defaultValue={kept('section') ?? 'problems'}
        options={sections.map((one) => ({ value: one, label: t(`sections.${one}`) }))}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t('add.submit', { count })}</SubmitButton>
        <ButtonLink href={`/tasks?${query}`} variant="quiet">
          {t('form.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
