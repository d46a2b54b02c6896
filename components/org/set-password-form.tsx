'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { PasswordField } from './password-field'
import { PasswordRules } from './password-rules'

type Action = (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>

/** One field, since what is typed can be shown; the account name stands by for password managers. */
export function SetPasswordForm({
  action,
  account,
  link,
}: {
  action: Action
  account: string
  link: string
}) {
  const t = useTranslations('password')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf } = useProblems(state)
  return (
    <form action={submit} className="grid gap-4">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="link" value={link} />
      <input type="text" name="username" value={account} readOnly hidden autoComplete="username" />
      <PasswordRules id="password-rules" />
      <PasswordField
        label={t('new')}
        name="password"
        autoComplete="new-password"
        error={errorOf('password')}
      />
      <SubmitButton size="l" className="w-full min-h-11!">
        {t('set')}
      </SubmitButton>
    </form>
  )
}
