'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useRef } from 'react'
import { ConfirmPanel } from '@/components/shared/confirm-panel'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import type { SummaryRow } from '@/components/shared/summary-list'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import type { Choice } from '@/components/ui/use-choices'
import { SubmitButton } from '@/components/ui/submit-button'
import { idle, type ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'
import { ActFields } from './act-fields'
import type { TaskAct } from './task-acts'

type ActFormProps = {
  act: TaskAct
  action: (
    state: ActionState<{ taskNo: number }>,
    payload: FormData,
  ) => Promise<ActionState<{ taskNo: number }>>
  no: number
  /** The record that is acted on: the assignment or the task, with the version that was read. */
  record: { field: 'assignmentId' | 'taskId'; id: string; version: number }
  title: string
  consequence: string
  facts: readonly SummaryRow[]
  unitName: string
  units: readonly Choice[]
  zone: string
  idempotencyKey: string
}

/** The step before an act goes out: what follows, what is asked, one button. What was typed survives errors and reloads. */
export function ActForm(props: ActFormProps) {
  const { act, action, no, record, title, consequence, facts, unitName, units, zone, idempotencyKey } = props
  const t = useTranslations('tasks.panels')
  const common = useTranslations('common')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useActionState<ActionState<{ taskNo: number }>, FormData>(action, idle)
  const draft = useDraftKeeper({ form, record: `${act}:${record.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const refresh = router.refresh
  // The new version comes with a fresh page; then the same input can be sent against it.
  useEffect(() => {
    if (conflict) refresh()
  }, [conflict, refresh])
  const at = conflict?.params?.at
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null
  const cancelHref = `/tasks/T${no}`

  return (
    <form ref={form} action={submit} noValidate id="act" className="scroll-mt-20 py-4">
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          when={when ? `${when.on} ${when.time}` : undefined}
          yours={kept('reason') ?? kept('conclusion')}
          resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
          discardHref={cancelHref}
        />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name={record.field} value={record.id} />
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <ConfirmPanel
        title={title}
        consequence={consequence}
        facts={facts}
        cancelHref={cancelHref}
        cancelLabel={common('cancel')}
        submit={
          <SubmitButton variant={act === 'refuse' || act === 'waive' ? 'danger' : 'primary'}>
            {t(`${act}.submit`, { no })}
          </SubmitButton>
        }
      >
        <ActFields act={act} unitName={unitName} units={units} errorOf={errorOf} kept={kept} />
        <DraftLine {...draft} />
      </ConfirmPanel>
    </form>
  )
}
