'use client'

import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'

/** An action that answers with the task it was about; where it leads on is the action's own. */
export type RecordAction = (state: ActionState<unknown>, payload: FormData) => Promise<ActionState<unknown>>

export type FieldTools = {
  errorOf: (field: string) => string | null
  kept: (field: string) => string | undefined
}

type RecordFormProps = {
  action: RecordAction
  /** What is written, for the draft on this device. */
  record: string
  hidden: Readonly<Record<string, string | number>>
  version?: number
  submit: ReactNode
  danger?: boolean
  cancelHref: string
  zone: string
  idempotencyKey: string
  children: (tools: FieldTools) => ReactNode
}

/** A form of registers, milestones and indicators: errors first, what was typed kept, a conflict said inside, one button. */
export function RecordForm({
  action,
  record,
  hidden,
  version,
  submit,
  danger,
  cancelHref,
  zone,
  idempotencyKey,
  children,
}: RecordFormProps) {
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch] = useFormAction(action)
  const draft = useDraftKeeper({ form, record, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const at = conflict?.params?.at
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null
  return (
    <form ref={form} action={dispatch} noValidate className="grid max-w-[640px] gap-4 py-4">
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          when={when ? `${when.on} ${when.time}` : undefined}
          resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
          discardHref={cancelHref}
        />
      ) : (
        <div className="empty:hidden">
          <ErrorSummary problems={problems} />
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {version === undefined ? null : (
        <input type="hidden" name="version" value={conflict?.params?.version ?? version} />
      )}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {children({ errorOf, kept })}
      <DraftLine {...draft} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant={danger ? 'danger' : 'primary'}>{submit}</SubmitButton>
        <ButtonLink href={cancelHref} variant="quiet">
          {common('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
