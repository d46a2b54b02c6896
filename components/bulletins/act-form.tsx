'use client'

import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ButtonVariant } from '@/components/ui/button'
import type { BulletinAction } from './bulletin-actions'
import { ChangedNotice } from './changed-notice'

type ActFormProps<R> = {
  bulletin: { id: string; no: number; version: number }
  /** The page's: what is acted on makes each form's own of it. */
  idempotencyKey: string
  action: BulletinAction<R>
  label: ReactNode
  variant?: ButtonVariant
  icon?: ReactNode
  disabled?: boolean
  /** Further fields; errors are shown beside them by their names. */
  children?: (errorOf: (field: string) => string | null) => ReactNode
  /** What to say once it is done. */
  done?: (result: R & { no: number }) => ReactNode
  hidden?: Readonly<Record<string, string>>
}

/** One act on a bulletin: its version, a key, its fields and a button; what stands against it is said above. */
export function ActForm<R>(props: ActFormProps<R>) {
  const {
    bulletin,
    idempotencyKey,
    action,
    label,
    variant = 'default',
    icon,
    disabled,
    children,
    done,
    hidden: more = {},
  } = props
  const [state, submit] = useFormAction(action)
  const { problems, conflict, errorOf } = useProblems(state)
  return (
    <form action={submit} noValidate className="grid gap-2">
      {conflict ? (
        <ChangedNotice params={conflict.params} href={`/bulletins/B${bulletin.no}`} />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="idempotencyKey" value={[idempotencyKey, ...Object.values(more)].join(':')} />
      <input type="hidden" name="bulletinId" value={bulletin.id} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? bulletin.version} />
      {Object.entries(more).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children?.(errorOf)}
      {conflict ? null : (
        <div>
          <SubmitButton variant={variant} icon={icon} disabled={disabled}>
            {label}
          </SubmitButton>
        </div>
      )}
      {state.status === 'ok' && done ? <div role="status">{done(state.result)}</div> : null}
    </form>
  )
}
