import type { z } from 'zod'
import { noteTextSchema } from '@/domain/notes/note'
import type { Ctx } from '@/server/context'
import { auditAnswer, noteAnswerVersionSchema, noticeOf, writeAnswer } from '@/server/notes/load-note'
import { openAnswer } from '@/server/notes/open-answer'
import { notify } from '@/server/notifications/notify'

export const sendNoteAnswerBackSchema = noteAnswerVersionSchema.extend({ reason: noteTextSchema })

/** 退回修改 by the head of the handler unit, with the reason: a draft again, inside the unit. */
export async function sendNoteAnswerBack(
  ctx: Ctx,
  input: z.output<typeof sendNoteAnswerBackSchema>,
): Promise<{ taskNo: number | null; directiveNo: number }> {
  const { loaded, answer, as, status } = await openAnswer(ctx, input, 'send_back')
  const { subject } = loaded
  await writeAnswer(ctx, answer, { status, sentBackReason: input.reason })
  await auditAnswer(ctx, loaded, 'note.answer_sent_back', as, { status, reason: input.reason })
  await notify(ctx, { personId: answer.writtenById, event: 'note.answer_sent_back', ...noticeOf(loaded) })
  return { taskNo: subject.taskNo, directiveNo: subject.directiveNo }
}
