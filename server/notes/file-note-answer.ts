import { z } from 'zod'
import { nextNoteAnswerStatus } from '@/domain/notes/answer-lifecycle'
import { noteTextSchema } from '@/domain/notes/note'
import { can } from '@/domain/permissions/policy'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { auditAnswer, loadNote, noticeOf, writeAnswer } from '@/server/notes/load-note'
import { signNoteAnswer } from '@/server/notes/sign-note-answer'
import { notify } from '@/server/notifications/notify'
import { assertVersion } from '@/server/versions'

/** The answer's form; `version` empty where there was no draft; `how`: only kept, or sent. */
export const fileNoteAnswerSchema = z.object({
  noteId: z.uuid(),
  version: z.preprocess(
    (value) => (value === '' ? null : value),
    z.coerce.number().int().nullable().default(null),
  ),
  text: noteTextSchema,
  how: z.enum(['save', 'send']).default('send'),
})

type Filed = { taskNo: number | null; directiveNo: number; how: 'saved' | 'sent' | 'answered' }

/** 答复批示: keeps what is typed and sends it, to the head, or out where the head wrote it. Refused once it waits for the signature or is signed. */
export async function fileNoteAnswer(ctx: Ctx, input: z.output<typeof fileNoteAnswerSchema>): Promise<Filed> {
  const loaded = await loadNote(ctx, input.noteId)
  const { note, subject } = loaded
  const unit = { unitId: note.handlerUnitId }
  const as = assertCan(ctx.actor, 'note.draft_answer', unit, true)
  if (note.answer && note.answer.status !== 'draft') {
    return failRefused('note.not_now', { status: note.answer.status })
  }
  const place = { taskNo: subject.taskNo, directiveNo: subject.directiveNo }
  const answer = note.answer ?? (await createAnswer(ctx, note.id))
  if (note.answer) {
    await assertVersion(ctx, { entityId: note.id, actual: answer.version, expected: input.version ?? 0 })
  }
  await writeAnswer(ctx, answer, { text: input.text })
  if (input.how === 'save') return { ...place, how: 'saved' }
  const kept = { noteId: note.id, version: answer.version + 1 }
  if (answer.writtenById === ctx.actor.personId && can(ctx.actor, 'note.sign_answer', unit)) {
    await signNoteAnswer(ctx, kept)
    return { ...place, how: 'answered' }
  }
  const status = nextNoteAnswerStatus('draft', 'send_for_signoff') ?? 'awaiting_signoff'
  await writeAnswer(ctx, kept, { status, sentForSignoffAt: ctx.now, sentBackReason: null })
  await auditAnswer(ctx, loaded, 'note.answer_sent_for_signoff', as, { status, text: input.text })
  await notify(ctx, {
    unitId: note.handlerUnitId,
    event: 'note.answer_sent_for_signoff',
    ...noticeOf(loaded),
  })
  return { ...place, how: 'sent' }
}

async function createAnswer(ctx: Ctx, noteId: string) {
  return ctx.tx.noteAnswer.create({
    data: { noteId, writtenById: ctx.actor.personId ?? '', updatedAt: ctx.now },
  })
}
