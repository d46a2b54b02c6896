'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'
import { PasswordField } from './password-field'
import { useClockParams } from './use-clock-params'

type Action = (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>

/** Account and password, the same for every role. Works without script. */
export function SignInForm({ action, next }: { action: Action; next: string }) {
  const t = useTranslations('signin')
  const [state, submit] = useFormAction(action, { withoutScript: true })
  const { problems, errorOf, kept } = useProblems(useClockParams(state))
  const alone = problems.length > 0 && !problems[0]?.field
  return (
    <form action={submit} className="grid gap-4">
      <ErrorSummary problems={problems} title={alone ? t('notSignedIn') : undefined} />
      <input type="hidden" name="next" value={next} />
      <TextField
        key={kept('account')}
        label={t('account')}
        name="account"
        size="l"
        inputClassName="min-h-11!"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        defaultValue={kept('account')}
        error={errorOf('account')}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        error={errorOf('password')}
      />
      <SubmitButton size="l" className="w-full min-h-11!" pendingLabel={t('signingIn')}>
        {t('signIn')}
      </SubmitButton>
    </form>
  )
}
