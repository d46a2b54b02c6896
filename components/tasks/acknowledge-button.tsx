'use client'

import type { ReactNode } from 'react'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'

type OnTask = ActionState<{ taskNo: number }>

type AcknowledgeButtonProps = {
  action: (state: OnTask, payload: FormData) => Promise<OnTask>
  assignmentId: string
  version: number
  label: ReactNode
  idempotencyKey: string
  primary?: boolean
}

/** 签收 in one press: nothing is asked and nothing leaves that could not be seen, so there is no step before it. */
export function AcknowledgeButton(props: AcknowledgeButtonProps) {
  const { action, assignmentId, version, label, idempotencyKey, primary } = props
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  return (
    <form action={submit} className="inline-flex flex-wrap items-center gap-2">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {problems[0] ? (
        <span role="alert" className="font-semibold text-danger">
          {problems[0].message}
        </span>
      ) : null}
      <SubmitButton variant={primary ? 'primary' : 'default'}>{label}</SubmitButton>
    </form>
  )
}
