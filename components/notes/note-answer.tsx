'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionState } from '@/domain/action-state'
import type { NoteView } from '@/server/notes/list-notes'

type Placed = { taskNo: number | null; directiveNo: number }
type Action<R = Placed> = (state: ActionState<R>, payload: FormData) => Promise<ActionState<R>>
export type NoteActions = {
  file: Action<Placed & { how: 'saved' | 'sent' | 'answered' }>
  sign: Action
  back: Action
  see: Action
}

type Props = { note: NoteView; idempotencyKey: string; actions: NoteActions }

/** The step on an answer that is this person's: write it, sign it or send it back, or say that it was seen. */
export function NoteAnswer({ note, idempotencyKey, actions }: Props) {
  const { acts, answer } = note
  if (acts.answer) return <AnswerForm {...{ note, idempotencyKey, actions }} />
  if (acts.sign && answer) return <SignForms {...{ note, idempotencyKey, actions }} />
  return acts.see ? <SeeForm {...{ note, idempotencyKey, actions }} /> : null
}

function AnswerForm({ note, idempotencyKey, actions }: Props) {
  const t = useTranslations('notes.answer')
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(actions.file)
  const saved = state.status === 'ok' && state.result.how === 'saved'
  useDraftKeeper({ form, record: `note-answer:${note.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const id = `text-${note.id}`
  return (
    <form ref={form} action={submit} noValidate className="mt-2 grid gap-2 print:hidden">
      {problems.length > 0 ? (
        <ErrorSummary problems={problems.map((one) => ({ ...one, field: one.field && id }))} />
      ) : null}
      {note.answer?.sentBackReason ? (
        <p className="text-note text-risk">{t('sentBack', { reason: note.answer.sentBackReason })}</p>
      ) : null}
      {saved ? <p role="status">{t('saved')}</p> : null}
      <input type="hidden" name="noteId" value={note.id} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? note.answer?.version ?? ''} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextArea
        name="text"
        id={id}
        label={t('text')}
        rows={3}
        defaultValue={kept('text') ?? note.answer?.text}
        error={errorOf('text')}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="how" value="send">
          {t(note.acts.straight ? 'submit' : 'send')}
        </SubmitButton>
        <SubmitButton name="how" value="save" variant="default">
          {t('save')}
        </SubmitButton>
      </div>
    </form>
  )
}

function SignForms({ note, idempotencyKey, actions }: Props) {
  const t = useTranslations('notes.answer')
  const [state, sign] = useFormAction(actions.sign)
  const [returned, back] = useFormAction(actions.back)
  const failed = useProblems(state.status === 'error' ? state : returned)
  const id = `reason-${note.id}`
  const hidden = (
    <>
      <input type="hidden" name="noteId" value={note.id} />
      <input
        type="hidden"
        name="version"
        value={failed.conflict?.params?.version ?? note.answer?.version ?? ''}
      />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
    </>
  )
  return (
    <div className="mt-2 grid gap-2 border-s-3 border-edge ps-3 print:hidden">
      {failed.problems.length > 0 ? (
        <ErrorSummary problems={failed.problems.map((one) => ({ ...one, field: one.field && id }))} />
      ) : null}
      <p className="whitespace-pre-line">{note.answer?.text}</p>
      <form action={sign}>
        {hidden}
        <SubmitButton>{t('sign')}</SubmitButton>
      </form>
      <form action={back} noValidate className="grid gap-2">
        {hidden}
        <TextArea
          name="reason"
          id={id}
          label={t('reason')}
          rows={2}
          error={failed.errorOf('reason')}
          defaultValue={failed.kept('reason')}
        />
        <SubmitButton variant="default" className="justify-self-start">
          {t('back')}
        </SubmitButton>
      </form>
    </div>
  )
}

/** 已阅 under an answer: for the leader who asked. */
export function SeeForm({
  note,
  idempotencyKey,
  actions,
}: {
  note: { id: string }
  idempotencyKey: string
  actions: Pick<NoteActions, 'see'>
}) {
  const t = useTranslations('notes.answer')
  const [state, see] = useFormAction(actions.see)
  const { problems } = useProblems(state)
  return (
    <form action={see} className="mt-2 grid gap-2 print:hidden">
      {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
      <input type="hidden" name="noteId" value={note.id} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton variant="default" className="justify-self-start">
        {t('see')}
      </SubmitButton>
    </form>
  )
}
