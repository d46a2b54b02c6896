'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { CodeField } from './code-field'
import { useClockParams } from './use-clock-params'

type Action = (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>
type Props = { action: Action; next: string; recovery: boolean; otherHref: string }

/** Asks for the code of the second step. Works without script; the other kind of code is a link away. */
export function CodeForm({ action, next, recovery, otherHref }: Props) {
  const t = useTranslations('signin')
  const [state, submit] = useFormAction(action, { withoutScript: true })
  const { problems, errorOf } = useProblems(useClockParams(state))
  const alone = problems.length > 0 && !problems[0]?.field
  return (
    <form action={submit} noValidate className="grid gap-4">
      <ErrorSummary problems={problems} title={alone ? t('notSignedIn') : undefined} />
      <input type="hidden" name="next" value={next} />
      <CodeField recovery={recovery} error={errorOf('code')} autoFocus />
      <SubmitButton size="l" className="w-full min-h-11!" pendingLabel={t('signingIn')}>
        {t('signIn')}
      </SubmitButton>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <Link href={otherHref} className="inline-flex min-h-6 items-center max-md:min-h-11">
          {t(recovery ? 'code.useCode' : 'code.useRecovery')}
        </Link>
        <Link
          href={next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'}
          className="inline-flex min-h-6 items-center max-md:min-h-11"
        >
          {t('code.again')}
        </Link>
      </p>
    </form>
  )
}
