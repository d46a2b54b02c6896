'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFailureText } from '@/components/shared/failure-text'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateField, type DateEcho } from '@/components/ui/date-field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { idle, type ActionState } from '@/domain/action-state'
import { EXTENSION_REASONS } from '@/domain/extensions/lifecycle'
import { formatDate, localParts, weekdayOf } from '@/lib/format-date'
import type { ExtensionForm as Data } from '@/server/extensions/get-extension-form'
import type { readNewDate } from '@/server/extensions/read-new-date'

type Filed = { taskNo: number; how: 'saved' | 'sent' | 'submitted'; version: number }
type Read = Awaited<ReturnType<typeof readNewDate>>

export type ExtensionFormActions = {
  file: (state: ActionState<Filed>, payload: FormData) => Promise<ActionState<Filed>>
  discard: (
    state: ActionState<{ taskNo: number }>,
    payload: FormData,
  ) => Promise<ActionState<{ taskNo: number }>>
  read: (state: unknown, payload: { assignmentId: string; typed: string }) => Promise<ActionState<Read>>
}

type Props = { data: Data; zone: string; idempotencyKey: string; actions: ExtensionFormActions }

/** 申请延期: the new date with what it gains, why, and what will be different. What is typed is kept on this device, and as a draft where asked. */
export function ExtensionForm({ data, zone, idempotencyKey, actions }: Props) {
  const t = useTranslations('extensions.form')
  const reasons = useTranslations('extensions.reasons')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(actions.file)
  const keeper = useDraftKeeper({
    form,
    record: `extension:${data.assignment.id}`,
    done: state.status === 'ok',
  })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const echo = useDateEcho(data.assignment.id, actions.read)
  const { draft } = data
  const at = conflict?.params?.at
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null
  const saved = state.status === 'ok' && state.result.how === 'saved' ? state.result.version : null
  return (
    <form ref={form} action={submit} noValidate className="grid max-w-[640px] gap-4 pt-4">
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          when={when ? `${when.on} ${when.time}` : undefined}
          yours={kept('reason')}
          resubmit={<SubmitButton variant="default">{common('conflict.resubmit')}</SubmitButton>}
          discardHref={`/tasks/T${data.task.no}`}
        />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      {saved === null ? null : (
        <p role="status" className="border-s-3 border-edge ps-3">
          {t('saved')}
        </p>
      )}
      <input type="hidden" name="assignmentId" value={data.assignment.id} />
      <input
        type="hidden"
        name="version"
        value={conflict?.params?.version ?? saved ?? draft?.version ?? ''}
      />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <DateField
        name="requestedDueOn"
        label={t('newDate')}
        hint={t('dateHint')}
        defaultValue={kept('requestedDueOn') ?? draft?.requestedDueOn ?? ''}
        echo={echo}
        min={data.dueOn ?? undefined}
        max={data.latest ?? undefined}
        error={errorOf('requestedDueOn')}
      />
      <Checkbox name="keepRestDay" label={t('keep')} hint={t('keepHint')} />
      <Select
        name="reasonKind"
        label={t('kind')}
        emptyLabel={t('choose')}
        options={EXTENSION_REASONS.map((value) => ({ value, label: reasons(value) }))}
        defaultValue={kept('reasonKind') ?? draft?.reasonKind ?? ''}
        error={errorOf('reasonKind')}
      />
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={4}
        defaultValue={kept('reason') ?? draft?.reason}
        error={errorOf('reason')}
      />
      <TextArea
        name="change"
        label={t('change')}
        hint={t('changeHint')}
        rows={3}
        defaultValue={kept('change') ?? draft?.change}
        error={errorOf('change')}
      />
      <DraftLine {...keeper} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="how" value="send">
          {t(data.straight ? 'submit' : 'send')}
        </SubmitButton>
        <SubmitButton name="how" value="save" variant="default">
          {t('save')}
        </SubmitButton>
        <ButtonLink href={`/tasks/T${data.task.no}`} variant="quiet">
          {common('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}

/** 删除草稿: below the form, for a draft that is kept on the server. */
export function DiscardDraft({
  draft,
  idempotencyKey,
  action,
}: {
  draft: { id: string; version: number }
  idempotencyKey: string
  action: ExtensionFormActions['discard']
}) {
  const t = useTranslations('extensions.form')
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  return (
    <form action={submit} className="pt-4">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="extensionId" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton variant="quiet" size="s">
        {t('discard')}
      </SubmitButton>
    </form>
  )
}

/** The line under the date while it is typed: weekday and working days gained, or what stands against it. */
function useDateEcho(assignmentId: string, read: ExtensionFormActions['read']) {
  const t = useTranslations('extensions')
  const say = useFailureText()
  const locale = useLocale() === 'en' ? 'en' : 'zh-CN'
  return async (typed: string): Promise<DateEcho | null> => {
    const answer = await read(idle, { assignmentId, typed })
    if (answer.status !== 'ok') return null
    const { date, against } = answer.result
    if (against || !date) {
      return against ? { text: say(against.code, against.params), on: date?.on, tone: 'warning' } : null
    }
    const weekday = weekdayOf(date.on, locale)
    if (date.next) {
      const text = t('form.echoRest', {
        date: formatDate(date.on, locale, 'prose'),
        weekday,
        next: formatDate(date.next, locale, 'prose'),
      })
      return { text, on: date.on, tone: 'warning' }
    }
    const gained = `${formatDate(date.on, locale, 'prose')} ${t('form.echo', { weekday, days: date.gained })}`
    const unknown = date.unpublished ? ` ${t('facts.unpublished', { year: String(date.unpublished) })}` : ''
    return { text: gained + unknown, on: date.on, tone: date.unpublished ? 'warning' : 'plain' }
  }
}
