'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { useFormAction } from '@/components/shared/use-form-action'
import { Button } from '@/components/ui/button'
import type { ActionState } from '@/domain/action-state'

export type JobAction = (before: ActionState<void>, form: FormData) => Promise<ActionState<void>>

export type RetryAction = (
  before: ActionState<{ count: number }>,
  form: FormData,
) => Promise<ActionState<{ count: number }>>

type JobButtonProps = { job: string; about: string; idempotencyKey: string; ask: JobAction }

/** 立即运行: asks for one run of the job; how it went stands in the row soon after. */
export function JobButton({ job, about, idempotencyKey, ask }: JobButtonProps) {
  const t = useTranslations('jobs')
  return (
    <AskButton ask={ask} done={t('asked')} idempotencyKey={idempotencyKey} job={job}>
      {t('runNow')}
      <span className="sr-only"> {about}</span>
    </AskButton>
  )
}

/** 重新发送: the mails of which nobody knows whether they went. */
export function RetryMailsButton({ idempotencyKey, ask }: { idempotencyKey: string; ask: RetryAction }) {
  const t = useTranslations('jobs')
  return (
    <AskButton ask={ask} done={t('asked')} idempotencyKey={idempotencyKey}>
      {t('mailRetry')}
    </AskButton>
  )
}

type AskProps<R> = {
  ask: (before: ActionState<R>, form: FormData) => Promise<ActionState<R>>
  done: string
  idempotencyKey: string
  job?: string
  children: ReactNode
}

/** One button that asks the operator's machinery for something, with the answer beside it. */
function AskButton<R>({ ask, done, idempotencyKey, job, children }: AskProps<R>) {
  const say = useFailureText()
  const [state, submit, pending] = useFormAction(ask)
  return (
    <form action={submit} className="grid justify-items-start gap-1">
      {job ? <input type="hidden" name="job" value={job} /> : null}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Button type="submit" size="s" pending={pending}>
        {children}
      </Button>
      <span role="status" className="text-note">
        {state.status === 'ok' ? done : null}
        {state.status === 'error' ? (
          <span className="text-danger">
            {say(state.failure.code, state.failure.params, state.failure.kind)}
          </span>
        ) : null}
      </span>
    </form>
  )
}
