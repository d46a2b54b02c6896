import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { auditAnswer, noteAnswerVersionSchema, noticeOf, writeAnswer } from '@/server/notes/load-note'
import { openAnswer } from '@/server/notes/open-answer'
import { notify } from '@/server/notifications/notify'

export const signNoteAnswerSchema = noteAnswerVersionSchema

/** 审签 by the head of the handler unit: the answer goes to the leader and is never edited; after its date it is marked late. */
export async function signNoteAnswer(
  ctx: Ctx,
  input: z.output<typeof signNoteAnswerSchema>,
): Promise<{ taskNo: number | null; directiveNo: number }> {
  const { loaded, answer, as, status } = await openAnswer(ctx, input, 'sign')
  const { note, subject } = loaded
  if (answer.status === 'draft' && answer.writtenById !== ctx.actor.personId) {
    failRefused('note.awaits_signoff_first')
  }
  const late = (toLocalDateOrNull(note.answerDueOn) ?? ctx.today) < ctx.today
  await writeAnswer(ctx, answer, { status, late, signedById: ctx.actor.personId, signedAt: ctx.now })
  await auditAnswer(ctx, loaded, 'note.answered', as, { status, late, reason: answer.text })
  await notify(ctx, { personId: note.writtenById, event: 'note.answered', ...noticeOf(loaded) })
  return { taskNo: subject.taskNo, directiveNo: subject.directiveNo }
}
