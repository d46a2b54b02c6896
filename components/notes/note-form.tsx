'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { PhraseField } from '@/components/shared/phrase-field'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'
import type { NoteList } from '@/server/notes/list-notes'

type Written = { noteId: string; taskNo: number | null; directiveNo: number }
export type WriteNoteAction = (
  state: ActionState<Written>,
  payload: FormData,
) => Promise<ActionState<Written>>

type Props = { write: NonNullable<NoteList['write']>; idempotencyKey: string; action: WriteNoteAction }

/** A leader writes a note: the text with phrases to press, on what, and where an answer is wanted, of whom and by when. */
export function NoteForm({ write, idempotencyKey, action }: Props) {
  const t = useTranslations('notes')
  const { nameOf } = useTaskWords()
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(action)
  const draft = useDraftKeeper({ form, record: `note:${write.recordId}`, done: state.status === 'ok' })
  const { problems, errorOf, kept } = useProblems(state)
  const [wants, setWants] = useState(false)
  return (
    <form ref={form} action={submit} noValidate className="grid gap-3 py-2">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {write.reports.length > 0 ? (
        <Select
          name="subject"
          label={t('form.on')}
          defaultValue={kept('subject')}
          options={[
            { value: `${write.on}:${write.recordId}`, label: t(`form.${write.on}`) },
            ...write.reports.map((one) => ({
              value: `report:${one.id}`,
              label: t('form.report', { unit: nameOf(one.unit), seq: one.seq }),
            })),
          ]}
        />
      ) : (
        <input type="hidden" name="subject" value={`${write.on}:${write.recordId}`} />
      )}
      <PhraseField
        name="text"
        label={t('form.text')}
        rows={3}
        phrases={[t('phrases.read'), t('phrases.handle'), t('phrases.agree'), t('phrases.lead')]}
        defaultValue={kept('text')}
        error={errorOf('text')}
      />
      {write.handlers.length > 0 ? (
        <Checkbox
          name="wantsAnswer"
          label={t('form.wants')}
          hint={t('form.wantsHint')}
          checked={wants}
          onChange={(event) => setWants(event.target.checked)}
        />
      ) : null}
      {wants ? (
        <>
          <Select
            name="handlerUnitId"
            label={t('form.handler')}
            emptyLabel={write.handlers.length > 1 ? t('form.choose') : undefined}
            options={write.handlers.map((one) => ({ value: one.id, label: nameOf(one) }))}
            defaultValue={kept('handlerUnitId')}
            error={errorOf('handlerUnitId')}
          />
          <TextField
            name="answerDueOn"
            label={t('form.due')}
            defaultValue={kept('answerDueOn') ?? write.answerDueOn}
            error={errorOf('answerDueOn')}
            inputClassName="max-w-48"
          />
        </>
      ) : null}
      <DraftLine {...draft} />
      <p className="text-note text-muted">{t('form.kept')}</p>
      <SubmitButton className="justify-self-start">{t('form.send')}</SubmitButton>
    </form>
  )
}
