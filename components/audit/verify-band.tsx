'use client'

import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'

export type Check = { whole: boolean; count: number; unsealed: number; brokenAt: number | null }

type Props = {
  action: (state: ActionState<Check>, payload: FormData) => Promise<ActionState<Check>>
  last: (Check & { at: string; by: string }) | null
  today: string
}

/** Whether the record is whole, as last checked, and the check itself at the press of a button. */
export function VerifyBand({ action, last, today }: Props) {
  const t = useTranslations('audit.band')
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  const check = state.status === 'ok' ? state.result : last
  const broken = check !== null && !check.whole
  return (
    <div
      className={`my-2 grid gap-2 border-s-4 px-4 py-3 ${broken ? 'border-danger bg-danger-tint' : 'border-brand bg-surface'}`}
    >
      <ErrorSummary problems={problems} />
      <form action={submit} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className={broken ? 'font-semibold text-danger' : ''}>
          {check === null ? t('never') : null}
          {check?.whole ? t('whole', { count: check.count, unsealed: check.unsealed }) : null}
          {broken ? t('broken', { no: check.brokenAt ?? 0 }) : null}
          {state.status === 'ok' ? <> {t('justNow')}</> : null}
          {state.status !== 'ok' && last ? (
            <> {t.rich('checkedAt', { time: () => <TimeText at={last.at} today={today} />, by: last.by })}</>
          ) : null}
        </p>
        <span className="ms-auto">
          <SubmitButton variant="default" pendingLabel={t('verifying')}>
            {t('verify')}
          </SubmitButton>
        </span>
      </form>
      <p className="text-note text-muted">{t('recorded')}</p>
    </div>
  )
}
