'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import type { BulletinAction } from './bulletin-actions'

type Props = { directive: { id: string; title: string }; idempotencyKey: string; action: BulletinAction }

/** 专题报告: drafts the account of a directive and opens it; in the language of whoever asks. */
export function SpecialReportButton({ directive, idempotencyKey, action }: Props) {
  const t = useTranslations('bulletins')
  const locale = useLocale()
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  return (
    <form action={submit} className="contents">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="directiveId" value={directive.id} />
      <input type="hidden" name="language" value={locale} />
      <SubmitButton variant="default" aria-label={t('specialOf', { title: directive.title })}>
        {t('special')}
      </SubmitButton>
    </form>
  )
}
