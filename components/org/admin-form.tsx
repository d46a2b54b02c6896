'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { ButtonLink, type ButtonVariant } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { cx } from '@/lib/cx'
import { localParts } from '@/lib/format-date'
import { AdminFieldControl, type AdminField } from './admin-field'

type Props<R> = {
  action: (state: ActionState<R>, payload: FormData) => Promise<ActionState<R>>
  fields: readonly AdminField[]
  /** Ids and versions that go along unseen. */
  hidden?: Readonly<Record<string, string | number>>
  idempotencyKey: string
  submit: string
  variant?: ButtonVariant
  cancelHref: string
  zone: string
}

/** A form of the administration: its fields as data, one button, cancel as a link. Nothing typed is lost on an error. */
export function AdminForm<R>({
  action,
  fields,
  hidden = {},
  idempotencyKey,
  submit,
  variant,
  ...rest
}: Props<R>) {
  const { cancelHref, zone } = rest
  const common = useTranslations('common')
  const { refresh } = useRouter()
  const [state, send] = useFormAction(action)
  const { problems, conflict, errorOf } = useProblems(
    state,
    Object.fromEntries(fields.map(({ name, label }) => [name, label])),
  )
  // Links of the summary lead to the control's own id, which differs from its name where two forms share a page.
  const linked = useMemo(
    () =>
      problems.map((one) => ({
        ...one,
        field: fields.find(({ name }) => name === one.field)?.id ?? one.field,
      })),
    [problems, fields],
  )
  const kept = state.status === 'error' ? state.values : {}
  const answer = state.status === 'error' ? state.at : 0
  // The new version comes with a fresh page; then the same input can be sent against it.
  useEffect(() => {
    if (conflict) refresh()
  }, [conflict, refresh])
  const { by, at } = conflict?.params ?? {}
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null

  return (
    <form action={send} noValidate className="grid max-w-[680px] gap-4 py-2 sm:grid-cols-2">
      <div className="sm:col-span-2 empty:hidden">
        {conflict ? (
          <ConflictNotice
            who={by === undefined ? undefined : String(by)}
            when={when ? `${when.on} ${when.time}` : undefined}
            resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
            discardHref={cancelHref}
          />
        ) : (
          <ErrorSummary problems={linked} />
        )}
      </div>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {fields.map((field) => (
        <div
          // What is chosen in a picker is its own state; every other control starts anew from what was typed.
          key={field.kind === 'pick' ? field.name : `${field.name}-${answer}`}
          className={cx('min-w-0 self-end', !field.half && 'sm:col-span-2')}
        >
          <AdminFieldControl field={field} error={errorOf(field.name)} kept={kept[field.name]} />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2">
        <SubmitButton variant={variant}>{submit}</SubmitButton>
        <ButtonLink href={cancelHref} variant="quiet">
          {common('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
