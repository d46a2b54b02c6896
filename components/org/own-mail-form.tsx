'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'

type Action = (before: ActionState<void>, form: FormData) => Promise<ActionState<void>>
type Props = { action: Action; mail: { email: string | null; mailOn: boolean }; sendsMail: boolean }

/** The own mail address and whether mail is wanted. Says where no mail is sent at all. */
export function OwnMailForm({ action, mail, sendsMail }: Props) {
  const t = useTranslations('mail.own')
  const [state, submit] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(state)
  return (
    <form action={submit} className="grid max-w-[560px] gap-4">
      <p className="text-muted">{t(sendsMail ? 'note' : 'off')}</p>
      <ErrorSummary problems={problems} />
      {state.status === 'ok' ? (
        <p role="status" className="border-s-4 border-brand bg-brand-tint px-4 py-2">
          {t('saved')}
        </p>
      ) : null}
      <TextField
        label={t('address')}
        name="email"
        inputMode="email"
        autoComplete="email"
        defaultValue={kept('email') ?? mail.email ?? ''}
        error={errorOf('email')}
      />
      <Checkbox name="mailOn" defaultChecked={mail.mailOn} label={t('on')} />
      <SubmitButton variant="default" className="justify-self-start">
        {t('save')}
      </SubmitButton>
    </form>
  )
}
