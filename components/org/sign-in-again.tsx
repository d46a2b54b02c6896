'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { CodeField } from './code-field'
import { PasswordField } from './password-field'
import { useClockParams } from './use-clock-params'

/** The step that waits for a code, the password being right; null once signed in. */
export type SignedInAgain = { step: string | null }
type State = ActionState<SignedInAgain>
export type SignInAgainAction = (state: State, form: FormData) => Promise<State>

type Props = { action: SignInAgainAction; account: string; onDone: () => void }

/** The password of the person whose page this is, then the code where there is one, over the page; or a window of its own for any other way in. */
export function SignInAgain({ action, account, onDone }: Props) {
  const t = useTranslations('signin')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(useClockParams(state))
  // The page below may have a field of the same name: ids differ, and the summary's links with them.
  const linked = useMemo(
    () => problems.map((one) => ({ ...one, field: one.field && `again-${one.field}` })),
    [problems],
  )
  const done = state.status === 'ok' && state.result.step === null
  const step = state.status === 'ok' ? state.result.step : kept('step')
  useEffect(() => {
    if (done) onDone()
  }, [done, onDone])
  const alone = problems.length > 0 && !problems[0]?.field
  return (
    <form action={submit} className="grid gap-4">
      <ErrorSummary problems={linked} title={alone ? t('notSignedIn') : undefined} />
      <p>
        <span className="text-muted">{t('account')}</span> <b className="font-semibold">{account}</b>
      </p>
      <input type="hidden" name="account" autoComplete="username" value={account} />
      {step ? (
        <>
          <input type="hidden" name="step" value={step} />
          <CodeField id="again-code" error={errorOf('code')} size="m" autoFocus />
        </>
      ) : (
        <PasswordField
          id="again-password"
          label={t('password')}
          name="password"
          autoComplete="current-password"
          error={errorOf('password')}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={t('signingIn')}>{t('idle.over.signIn')}</SubmitButton>
        <a href="/sign-in?next=/me" target="_blank" rel="noreferrer">
          {t('idle.over.newTab')}
        </a>
      </div>
    </form>
  )
}
