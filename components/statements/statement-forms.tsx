'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionState } from '@/domain/action-state'

type OnStatement = { statementNo: number }
export type StatementAction = (
  state: ActionState<OnStatement>,
  payload: FormData,
) => Promise<ActionState<OnStatement>>

type Props = {
  statement: { id: string; version: number }
  idempotencyKey: string
  action: StatementAction
}

/** 退回 with its reason. */
export function SendBackForm({ statement, idempotencyKey, action }: Props) {
  const t = useTranslations('statements.back')
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(action)
  useDraftKeeper({ form, record: `statement-back:${statement.id}`, done: state.status === 'ok' })
  const { problems, errorOf, kept } = useProblems(state)
  return (
    <form ref={form} action={submit} noValidate className="grid max-w-[480px] gap-3">
      {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
      <Hidden {...{ statement, idempotencyKey }} />
      <TextArea
        name="reason"
        label={t('reason')}
        rows={3}
        defaultValue={kept('reason')}
        error={errorOf('reason')}
      />
      <SubmitButton variant="default" className="justify-self-start">
        {t('submit')}
      </SubmitButton>
    </form>
  )
}

/** 撤回 by the office. */
export function WithdrawForm({ statement, idempotencyKey, action }: Props) {
  const t = useTranslations('statements.withdraw')
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  return (
    <form action={submit} className="grid gap-2">
      {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
      <Hidden {...{ statement, idempotencyKey }} />
      <SubmitButton variant="quiet" size="s" className="justify-self-start">
        {t('submit')}
      </SubmitButton>
    </form>
  )
}

function Hidden({ statement, idempotencyKey }: Omit<Props, 'action'>) {
  return (
    <>
      <input type="hidden" name="statementId" value={statement.id} />
      <input type="hidden" name="version" value={statement.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
    </>
  )
}
