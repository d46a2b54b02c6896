'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { ButtonLink, type ButtonVariant } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { PasswordField } from './password-field'
import { useClockParams } from './use-clock-params'

type State = ActionState<unknown>
export type ProofAction = (before: State, form: FormData) => Promise<State>
type Props = {
  action: ProofAction
  account: string
  idempotencyKey: string
  label: string
  hint?: string
  submit: string
  variant?: ButtonVariant
  cancelHref: string
}

/** Asks once more who is acting, then does what its button says. What was typed never comes back. */
export function ProofForm({
  action,
  account,
  idempotencyKey,
  label,
  hint,
  submit,
  variant,
  cancelHref,
}: Props) {
  const common = useTranslations('common')
  const [state, send] = useFormAction(action)
  const { problems, errorOf } = useProblems(useClockParams(state))
  // Another try is another request; the same one sent twice acts once.
  const key = state.status === 'idle' ? idempotencyKey : `${idempotencyKey}-${state.at}`
  return (
    <form action={send} noValidate className="grid max-w-[400px] gap-4">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={key} />
      <input type="text" name="username" value={account} readOnly hidden autoComplete="username" />
      <PasswordField
        label={label}
        name="password"
        hint={hint}
        autoComplete="current-password"
        error={errorOf('password')}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant={variant}>{submit}</SubmitButton>
        <ButtonLink href={cancelHref} variant="quiet">
          {common('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
