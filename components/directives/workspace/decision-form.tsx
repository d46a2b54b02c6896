'use client'

import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useKeys } from '@/components/shared/use-keys'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { idle, type ActionState } from '@/domain/action-state'
import type { CheckPage } from '@/server/directives/workspace/get-check-page'

/** Any of the commands on the tasks of a directive: what it answered before does not matter to it. */
export type DecisionAction = (state: ActionState<never>, payload: FormData) => Promise<ActionState>
type Problems = ReturnType<typeof useProblems>

type DecisionFormProps = {
  idempotencyKey: string
  action: DecisionAction
  directive: CheckPage['directive']
  cards: CheckPage['cards']
  /** The one primary act of the page: Ctrl+Enter sends it. */
  primary?: boolean
  /** Lets the person choose which of the tasks, under this legend; else all of them are meant. */
  choose?: string
  children: ReactNode | ((problems: Problems) => ReactNode)
}

/** A decision on the tasks of a directive as they were seen: what is missing is listed, each line leading to its card. */
export function DecisionForm({
  action,
  idempotencyKey,
  directive,
  cards,
  primary = false,
  choose,
  children,
}: DecisionFormProps) {
  const t = useTranslations('workspace')
  const [state, send] = useFormAction((_before: ActionState, form: FormData) => action(idle, form))
  const found = useProblems(state, { reason: t('decide.reason') })
  const { params } = found.conflict ?? {}
  const form = useRef<HTMLFormElement>(null)
  useKeys(
    {
      'Mod+Enter': (event) => {
        // Held down on the way here, the key has not been pressed on this page.
        if (!event.repeat) form.current?.requestSubmit()
      },
    },
    { paused: !primary },
  )
  return (
    <form ref={form} action={send}>
      {found.conflict ? (
        <div className="mb-4">
          <ConflictNotice
            who={params?.by === undefined ? undefined : String(params.by)}
            discardHref={`/directives/D${directive.no}/decompose/check`}
          />
        </div>
      ) : (
        <ErrorSummary problems={found.problems} />
      )}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="directiveId" value={directive.id} />
      <input type="hidden" name="version" value={directive.version} />
      {choose ? (
        <fieldset className="mb-3 grid gap-1">
          <legend className="mb-1 font-semibold">{choose}</legend>
          {cards.map((card) => (
            <label key={card.id} className="inline-flex min-h-7 items-center gap-2 max-md:min-h-11">
              <input
                type="checkbox"
                name="tasks[]"
                value={`${card.id}:${card.version}`}
                defaultChecked
                className="size-4 accent-brand"
              />
              <span>
                <span className="me-2 text-muted">{`T${card.no}`}</span>
                {card.title}
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        cards.map((card) => (
          <input key={card.id} type="hidden" name="tasks[]" value={`${card.id}:${card.version}`} />
        ))
      )}
      {typeof children === 'function' ? children(found) : children}
    </form>
  )
}
