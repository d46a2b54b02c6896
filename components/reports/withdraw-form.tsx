'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'

export type WithdrawAction = (
  state: ActionState<{ taskNo: number }>,
  payload: FormData,
) => Promise<ActionState<{ taskNo: number }>>

type WithdrawFormProps = { action: WithdrawAction; reportId: string; version: number; idempotencyKey: string }

/** 撤回 before a review: says what follows, then does it. */
export function WithdrawForm({ action, reportId, version, idempotencyKey }: WithdrawFormProps) {
  const t = useTranslations('reports.state')
  const [state, submit] = useFormAction(action)
  const { problems, conflict } = useProblems(state)
  return (
    <form action={submit} className="grid gap-2">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p className="text-muted">{t('withdrawNote')}</p>
      <SubmitButton variant="default" pendingLabel={t('withdrawing')} className="justify-self-start">
        {t('withdraw')}
      </SubmitButton>
    </form>
  )
}
