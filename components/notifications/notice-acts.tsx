'use client'

import { Button, type ButtonVariant } from '@/components/ui/button'
import { useFailureText } from '@/components/shared/failure-text'
import { useFormAction } from '@/components/shared/use-form-action'
import type { ActionState } from '@/domain/action-state'

export type NoticeAction = (before: ActionState<void>, form: FormData) => Promise<ActionState<void>>

type Props = {
  act: NoticeAction
  values: Record<string, string>
  label: string
  /** What the button means for those who hear it out of its row. */
  about?: string
  variant?: ButtonVariant
}

/** One button that does one thing with notices; what went wrong stands beside it. */
export function NoticeActs({ act, values, label, about, variant = 'default' }: Props) {
  const [state, submit, pending] = useFormAction(act)
  const say = useFailureText()
  return (
    <form action={submit} className="inline-flex items-center gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} pending={pending}>
        {label}
        {about ? <span className="sr-only"> {about}</span> : null}
      </Button>
      {state.status === 'error' ? (
        <span role="alert" className="text-danger">
          {say(state.failure.code, state.failure.params, state.failure.kind)}
        </span>
      ) : null}
    </form>
  )
}
