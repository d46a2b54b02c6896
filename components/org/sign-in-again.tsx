'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { CodeField } from './code-field'
import { PasswordField } from './password-field'
import { useClockParams } from './use-clock-params'

/** `code`: the password was right, and a code is needed. */
export type SignedInAgain = 'done' | 'code'
type State = ActionState<SignedInAgain>
export type SignInAgainAction = (state: State, form: FormData) => Promise<State>

type Props = { action: SignInAgainAction; account: string; onDone: () => void }

/** The password of the person whose page this is, then the code where there is one, over the page; or a window of its own for any other way in. */
export function SignInAgain({ action, account, onDone }: Props) {
  const t = useTranslations('signin')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(useClockParams(state))
  const done = state.status === 'ok' && state.result === 'done'
  const asksCode = state.status === 'ok' ? state.result === 'code' : kept('step') === 'code'
  useEffect(() => {
    if (done) onDone()
  }, [done, onDone])
  const alone = problems.length > 0 && !problems[0]?.field
  return (
    <form action={submit} className="grid gap-4">
      <ErrorSummary problems={problems} title={alone ? t('notSignedIn') : undefined} />
      <p>
        <span className="text-muted">{t('account')}</span> <b className="font-semibold">{account}</b>
      </p>
      <input type="hidden" name="account" autoComplete="username" value={account} />
      {asksCode ? (
        <CodeField error={errorOf('code')} size="m" autoFocus />
      ) : (
        <PasswordField
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
