'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ConfirmPanel } from '@/components/shared/confirm-panel'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import type { SummaryRow } from '@/components/shared/summary-list'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import type { Choice } from '@/components/ui/use-choices'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
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
  leaders: readonly Choice[]
  people: readonly Choice[]
  /** Who is named now: the person of the part; of a task the person, then the leader. */
  named: readonly (string | null | undefined)[]
  /** Accepted parts that may be asked for again. */
  again: readonly { id: string; label: string }[]
  zone: string
  idempotencyKey: string
}

/** What takes something away from somebody. */
const DANGEROUS: readonly TaskAct[] = ['refuse', 'waive', 'decline', 'terminate']

/** The step before an act goes out: what follows, what is asked, one button. What was typed survives errors and reloads. */
export function ActForm(props: ActFormProps) {
  const { act, action, no, record, title, consequence, facts, zone, idempotencyKey } = props
  const t = useTranslations('tasks.panels')
  const events = useTranslations('tasks.history')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(action)
  const draft = useDraftKeeper({ form, record: `${act}:${record.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const at = conflict?.params?.at
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null
  /** “Li Jing (Waived)”: who was first, and with which act. */
  const whoDid = (params?: Record<string, string | number>) => {
    if (params?.by === undefined) return undefined
    const key = `events.${String(params.event).replace('.', '_')}`
    const did = events.has(key as 'events.task_completed') ? events(key as 'events.task_completed') : null
    return did ? t('whoDid', { who: String(params.by), did }) : String(params.by)
  }
  const cancelHref = `/tasks/T${no}`

  return (
    <form ref={form} action={submit} noValidate id="act" className="scroll-mt-20 py-4">
      {conflict ? (
        <div className="mb-4">
          <ConflictNotice
            who={whoDid(conflict.params)}
            when={when ? `${when.on} ${when.time}` : undefined}
            yours={kept('reason') ?? kept('conclusion')}
            resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
            differenceHref={`${cancelHref}#history`}
            discardHref={cancelHref}
          />
        </div>
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name={record.field} value={record.id} />
      {/* After a conflict the same input goes against the version that was found. */}
      <input type="hidden" name="version" value={conflict?.params?.version ?? record.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <ConfirmPanel
        title={title}
        consequence={consequence}
        facts={facts}
        cancelHref={cancelHref}
        cancelLabel={common('cancel')}
        submit={
          <SubmitButton variant={DANGEROUS.includes(act) ? 'danger' : 'primary'}>
            {t(`${act}.submit`, { no })}
          </SubmitButton>
        }
      >
        <ActFields {...props} errorOf={errorOf} kept={kept} />
        <DraftLine {...draft} />
      </ConfirmPanel>
    </form>
  )
}
