'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ConfirmPanel } from '@/components/shared/confirm-panel'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'

type DirectiveEndFormProps = {
  how: 'file' | 'discard' | 'close' | 'archive'
  directiveId: string
  no: number
  version: number
  /** How many tasks it concerns: drafts that go with it, or all that were carried out. */
  tasks: number
  zone: string
  idempotencyKey: string
  action: (state: ActionState<{ no: number }>, payload: FormData) => Promise<ActionState<{ no: number }>>
}

/** The step before a directive is filed, discarded, closed or archived: what follows, the reason where one is asked, one button. */
export function DirectiveEndForm({
  how,
  directiveId,
  no,
  version,
  tasks,
  zone,
  idempotencyKey,
  action,
}: DirectiveEndFormProps) {
  const t = useTranslations('directives.end')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch] = useFormAction(action)
  const draft = useDraftKeeper({ form, record: `directive-end:${directiveId}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const at = conflict?.params?.at
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null
  const cancelHref = `/directives/D${no}`
  return (
    <form ref={form} action={dispatch} noValidate>
      {conflict ? (
        <div className="mb-4">
          <ConflictNotice
            who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
            when={when ? `${when.on} ${when.time}` : undefined}
            yours={kept('reason')}
            resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
            differenceHref={`${cancelHref}#history`}
            discardHref={cancelHref}
          />
        </div>
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="directiveId" value={directiveId} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <ConfirmPanel
        title={t(`${how}Title`)}
        consequence={t(`${how}Consequence`, { count: tasks })}
        cancelHref={cancelHref}
        cancelLabel={common('cancel')}
        submit={
          <SubmitButton variant={how === 'file' || how === 'discard' ? 'danger' : 'primary'}>
            {t(`${how}Submit`)}
          </SubmitButton>
        }
      >
        {how === 'archive' ? null : (
          <TextArea
            label={t(how === 'close' ? 'remark' : 'reason')}
            name="reason"
            rows={3}
            maxLength={500}
            defaultValue={kept('reason')}
            error={errorOf('reason')}
          />
        )}
        <DraftLine {...draft} />
      </ConfirmPanel>
    </form>
  )
}
