'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, type ReactNode } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Button, ButtonLink, type ButtonVariant } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'
import { AdminFieldControl, type AdminField } from './admin-field'

type Act<R> = (state: ActionState<R>, payload: FormData) => Promise<ActionState<R>>
type Props<C, R> = {
  check: Act<C>
  save: Act<R>
  fields: readonly AdminField[]
  /** Asked for once the effect was seen. */
  then: readonly AdminField[]
  hidden?: Readonly<Record<string, string | number>>
  /** What the check found; `ready` where it may be saved. */
  effect: (checked: C) => { node: ReactNode; ready: boolean }
  /** What was typed, as the check gives it back. */
  typed: (checked: C) => Readonly<Record<string, string>>
  labels: { look: string; save: string }
  variant?: ButtonVariant
  idempotencyKey: string
  cancelHref: string
  zone: string
}

/** A form in two steps on one page: first the effect is shown, then it is saved with why. Nothing typed is lost. */
export function CheckedForm<C, R>(props: Props<C, R>) {
  const { fields, then, hidden = {}, labels, cancelHref, zone } = props
  const common = useTranslations('common')
  const { refresh } = useRouter()
  const [seen, look] = useFormAction(props.check)
  const [state, send] = useFormAction(props.save)
  const names = Object.fromEntries([...fields, ...then].map(({ name, label }) => [name, label]))
  const checking = useProblems(seen, names)
  const saving = useProblems(state, names)
  const last = at(state) > at(seen) ? saving : checking
  const { conflict } = saving
  useEffect(() => {
    if (conflict) refresh()
  }, [conflict, refresh])
  const answer = Math.max(at(state), at(seen))
  const kept =
    state.status === 'error' && at(state) > at(seen)
      ? state.values
      : seen.status === 'error'
        ? seen.values
        : seen.status === 'ok'
          ? props.typed(seen.result)
          : {}
  const effect = seen.status === 'ok' ? props.effect(seen.result) : null
  const { by, at: changedAt } = conflict?.params ?? {}
  const when = typeof changedAt === 'string' ? localParts(new Date(changedAt), zone) : null
  const control = (field: AdminField) => (
    <AdminFieldControl
      // What is chosen in a picker is its own state; every other control starts anew from what was typed.
      key={field.kind === 'pick' ? field.name : `${field.name}-${answer}`}
      field={field}
      error={last.errorOf(field.name)}
      kept={kept[field.name]}
    />
  )
  return (
    <form action={send} noValidate className="grid max-w-[680px] gap-4 py-2">
      {conflict ? (
        <ConflictNotice
          who={by === undefined ? undefined : String(by)}
          when={when ? `${when.on} ${when.time}` : undefined}
          resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
          discardHref={cancelHref}
        />
      ) : (
        <ErrorSummary problems={last.problems} />
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      {fields.map(control)}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" formAction={look} variant={effect?.ready ? 'default' : 'primary'}>
          {labels.look}
        </Button>
        <ButtonLink href={cancelHref} variant="quiet">
          {common('cancel')}
        </ButtonLink>
      </div>
      {effect ? (
        <section aria-live="polite" className="grid gap-4 border-t-4 border-double border-brand pt-4">
          {effect.node}
          {effect.ready ? (
            <>
              {then.map(control)}
              <div>
                <SubmitButton variant={props.variant}>{labels.save}</SubmitButton>
              </div>
            </>
          ) : null}
        </section>
      ) : null}
    </form>
  )
}

const at = (state: ActionState): number => (state.status === 'idle' ? 0 : state.at)
