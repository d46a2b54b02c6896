import type { z } from 'zod'
import { nextNoteAnswerStatus } from '@/domain/notes/answer-lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
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

export const signNoteAnswerSchema = noteAnswerVersionSchema

/** 审签 by the head of the handler unit: the answer goes to the leader and is never edited; after its date it is marked late. */
export async function signNoteAnswer(
  ctx: Ctx,
  input: z.output<typeof signNoteAnswerSchema>,
): Promise<{ taskNo: number | null; directiveNo: number }> {
  const loaded = await loadNote(ctx, input.noteId)
  const { note, subject } = loaded
  const { answer } = note
  if (!answer || !mayReadAnswer(ctx, loaded)) return failNotFound()
  const as = assertCan(ctx.actor, 'note.sign_answer', { unitId: note.handlerUnitId }, true)
  await assertVersion(ctx, { entityId: note.id, actual: answer.version, expected: input.version })
  const status = nextNoteAnswerStatus(answer.status, 'sign')
  if (!status) return failRefused('note.not_now', { status: answer.status })
  if (answer.status === 'draft' && answer.writtenById !== ctx.actor.personId) {
    failRefused('note.awaits_signoff_first')
  }
  const late = (toLocalDateOrNull(note.answerDueOn) ?? ctx.today) < ctx.today
  await writeAnswer(ctx, answer, { status, late, signedById: ctx.actor.personId, signedAt: ctx.now })
  await auditAnswer(ctx, loaded, 'note.answered', as, { status, late, reason: answer.text })
  await notify(ctx, { personId: note.writtenById, event: 'note.answered', ...noticeOf(loaded) })
  return { taskNo: subject.taskNo, directiveNo: subject.directiveNo }
}
