'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { useFormAction } from '@/components/shared/use-form-action'
import { Button } from '@/components/ui/button'
import type { ActionState } from '@/domain/action-state'
import { newId } from '@/lib/new-id'

export type JobAction = (before: ActionState<void>, form: FormData) => Promise<ActionState<void>>

/** 立即运行: asks for one run of the job; how it went stands in the row soon after. */
export function JobButton({ job, about, ask }: { job: string; about: string; ask: JobAction }) {
  const t = useTranslations('jobs')
  const say = useFailureText()
  const [state, submit, pending] = useFormAction(ask)
  const [first] = useState(newId)
  return (
    <form action={submit} className="grid justify-items-start gap-1">
      <input type="hidden" name="job" value={job} />
      <input
        type="hidden"
        name="idempotencyKey"
        value={state.status === 'idle' ? first : `${first}.${state.at}`}
      />
      <Button type="submit" size="s" pending={pending}>
        {t('runNow')}
        <span className="sr-only"> {about}</span>
      </Button>
      <span role="status" className="text-note">
        {state.status === 'ok' ? t('asked') : null}
        {state.status === 'error' ? (
          <span className="text-danger">
            {say(state.failure.code, state.failure.params, state.failure.kind)}
          </span>
        ) : null}
      </span>
    </form>
  )
}
