import type { z } from 'zod'
import { nextNoteAnswerStatus } from '@/domain/notes/answer-lifecycle'
import { noteTextSchema } from '@/domain/notes/note'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import {
  auditAnswer,
  loadNote,
  mayReadAnswer,
  noteAnswerVersionSchema,
  noticeOf,
  writeAnswer,
} from '@/server/notes/load-note'
import { notify } from '@/server/notifications/notify'
import { assertVersion } from '@/server/versions'

export const sendNoteAnswerBackSchema = noteAnswerVersionSchema.extend({ reason: noteTextSchema })

/** 退回修改 by the head of the handler unit, with the reason: a draft again, inside the unit. */
export async function sendNoteAnswerBack(
  ctx: Ctx,
  input: z.output<typeof sendNoteAnswerBackSchema>,
): Promise<{ taskNo: number | null; directiveNo: number }> {
  const loaded = await loadNote(ctx, input.noteId)
  const { note, subject } = loaded
  const { answer } = note
  if (!answer || !mayReadAnswer(ctx, loaded)) return failNotFound()
  const as = assertCan(ctx.actor, 'note.sign_answer', { unitId: note.handlerUnitId }, true)
  await assertVersion(ctx, { entityId: note.id, actual: answer.version, expected: input.version })
  const status = nextNoteAnswerStatus(answer.status, 'send_back')
  if (!status) return failRefused('note.not_now', { status: answer.status })
  await writeAnswer(ctx, answer, { status, sentBackReason: input.reason })
  await auditAnswer(ctx, loaded, 'note.answer_sent_back', as, { status, reason: input.reason })
  await notify(ctx, { personId: answer.writtenById, event: 'note.answer_sent_back', ...noticeOf(loaded) })
  return { taskNo: subject.taskNo, directiveNo: subject.directiveNo }
}
