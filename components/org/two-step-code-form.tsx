'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { CodeField } from './code-field'

export type TwoStepCodeAction = (before: ActionState<void>, form: FormData) => Promise<ActionState<void>>
type Props = { action: TwoStepCodeAction; idempotencyKey: string }

/** The first code from the app: once it is right, the second step is on. */
export function TwoStepCodeForm({ action, idempotencyKey }: Props) {
  const t = useTranslations('two_step.setUp')
  const common = useTranslations('common')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf } = useProblems(state)
  const key = state.status === 'idle' ? idempotencyKey : `${idempotencyKey}-${state.at}`
  return (
    <form action={submit} noValidate className="grid max-w-[400px] gap-4">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={key} />
      <CodeField error={errorOf('code')} size="m" />
      <p className="text-note text-muted">{t('effect')}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('turnOn')}</SubmitButton>
        <ButtonLink href="/me" variant="quiet">
          {common('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
