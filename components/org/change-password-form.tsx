'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { idle, type ActionState } from '@/domain/action-state'
import type { FailureParams } from '@/domain/errors'
import type { ChangePasswordResult } from '@/server/org/change-password'
import { PasswordField } from './password-field'
import { PasswordRules } from './password-rules'
import { useClockParams } from './use-clock-params'

type State = ActionState<ChangePasswordResult>
type Action = (before: State, form: FormData) => Promise<State>

/** Changes the own password; the present one is asked for. Says so when it is done. */
export function ChangePasswordForm({ action, account }: { action: Action; account: string }) {
  const t = useTranslations('password')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf } = useProblems(useClockParams(useAnswer(state)))
  return (
    <form action={submit} className="grid max-w-[400px] gap-4">
      <ErrorSummary problems={problems} />
      {state.status === 'ok' && state.result.kind === 'changed' ? (
        <p role="status" className="border-s-4 border-brand bg-brand-tint px-4 py-2">
          {t('changed')}
        </p>
      ) : null}
      <input type="text" name="username" value={account} readOnly hidden autoComplete="username" />
      <PasswordField
        label={t('current')}
        name="current"
        autoComplete="current-password"
        error={errorOf('current')}
      />
      <PasswordRules id="password-rules" />
      <PasswordField
        label={t('new')}
        name="password"
        autoComplete="new-password"
        error={errorOf('password')}
      />
      <SubmitButton variant="default" className="justify-self-start">
        {t('change')}
      </SubmitButton>
    </form>
  )
}

/** A wrong present password is an answer of the command, so that it is counted; here it is an error of its field. */
function useAnswer(state: State): ActionState<never> {
  return useMemo(() => {
    if (state.status !== 'ok') return state
    const { result, at } = state
    if (result.kind === 'changed') return idle
    const wrong = result.kind === 'wrong'
    const code = wrong ? 'password.wrong' : 'password.locked'
    const params: FailureParams = wrong ? { left: result.triesLeft } : { until: result.until }
    const fields = wrong ? [{ path: 'current', code, params }] : undefined
    return {
      status: 'error',
      failure: { tag: 'failure', kind: 'refused', code, params, fields },
      values: {},
      at,
    }
  }, [state])
}
