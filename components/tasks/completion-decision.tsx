'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'

type OnTask = ActionState<{ taskNo: number }>
export type CompleteAction = (state: OnTask, payload: FormData) => Promise<OnTask>

type CompletionDecisionProps = {
  task: { id: string; version: number }
  /** The role may send it back as well. */
  mayReturn: boolean
  primary: boolean
  idempotencyKey: string
  action: CompleteAction
}

/** A completion decided in place: completed by one press, sent back with a line that says why. */
export function CompletionDecision({
  task,
  mayReturn,
  primary,
  idempotencyKey,
  action,
}: CompletionDecisionProps) {
  const t = useTranslations('overview.decisions')
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(action)
  useDraftKeeper({ form, record: `decide-completion:${task.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const field = `note-${task.id}`
  return (
    <form ref={form} action={submit} noValidate className="grid max-w-[640px] gap-2 print:hidden">
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          yours={kept('note')}
        />
      ) : problems.length > 0 ? (
        <ErrorSummary problems={problems.map((one) => ({ ...one, field: one.field && field }))} />
      ) : null}
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? task.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {mayReturn ? (
        <TextField
          id={field}
          name="note"
          label={t('returnNote')}
          hint={t('returnHint')}
          defaultValue={kept('note')}
          error={errorOf('note')}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="decision" value="complete" variant={primary ? 'primary' : 'default'}>
          {t('complete')}
        </SubmitButton>
        {mayReturn ? (
          <SubmitButton name="decision" value="return" variant="default">
            {t('return')}
          </SubmitButton>
        ) : null}
      </div>
    </form>
  )
}
