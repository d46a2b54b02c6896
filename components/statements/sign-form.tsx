'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/org/password-field'
import { useClockParams } from '@/components/org/use-clock-params'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/shared/field-error'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'

type State = ActionState<{ statementNo: number }>
export type SignAction = (state: State, payload: FormData) => Promise<State>

type Props = {
  statement: { id: string; version: number; tasks: number }
  how: 'sign' | 'countersign'
  account: string
  /** True where a code of the second step will do, too. */
  byCode: boolean
  idempotencyKey: string
  action: SignAction
}

/** The signature: that it was read, the name typed, and once more who is signing. */
export function SignForm({ statement, how, account, byCode, idempotencyKey, action }: Props) {
  const t = useTranslations('statements.form')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(useClockParams(state))
  // Another try is another request; the same one sent twice acts once.
  const key = state.status === 'idle' ? idempotencyKey : `${idempotencyKey}-${state.at}`
  const signs = how === 'sign'
  return (
    <form action={submit} noValidate className="grid max-w-[480px] gap-4">
      {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
      <p>{t(signs ? 'signNote' : 'countersignNote', { count: statement.tasks })}</p>
      <input type="hidden" name="statementId" value={statement.id} />
      <input type="hidden" name="version" value={statement.version} />
      <input type="hidden" name="idempotencyKey" value={key} />
      <input type="text" name="username" value={account} readOnly hidden autoComplete="username" />
      <div>
        <Checkbox
          id="read"
          name="read"
          label={t('read')}
          aria-invalid={errorOf('read') ? true : undefined}
          aria-describedby={errorOf('read') ? 'read-error' : undefined}
          defaultChecked={kept('read') === 'on'}
        />
        <FieldError field="read">{errorOf('read')}</FieldError>
      </div>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        defaultValue={kept('name')}
        error={errorOf('name')}
      />
      <PasswordField
        label={t(byCode ? 'either' : 'password')}
        hint={byCode ? t('eitherHint') : undefined}
        name="password"
        autoComplete="current-password"
        error={errorOf('password')}
      />
      <SubmitButton className="justify-self-start">
        {t(signs ? 'submitSign' : 'submitCountersign')}
      </SubmitButton>
    </form>
  )
}
