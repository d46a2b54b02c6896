import type { z } from 'zod'
import { nextNoteAnswerStatus, type NoteAnswerEvent } from '@/domain/notes/answer-lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { loadNote, mayReadAnswer, type noteAnswerVersionSchema } from '@/server/notes/load-note'
import { assertVersion } from '@/server/versions'

/**
 * The answer that waits for the head of the handler unit, with where the event leads. Throws not_found, forbidden, conflict on a stale
 * version, refused where the answer is past it.
 */
export async function openAnswer(
  ctx: Ctx,
  input: z.output<typeof noteAnswerVersionSchema>,
  event: NoteAnswerEvent,
) {
  const loaded = await loadNote(ctx, input.noteId)
  const { note } = loaded
  const { answer } = note
  if (!answer || !mayReadAnswer(ctx, loaded)) return failNotFound()
  const as = assertCan(ctx.actor, 'note.sign_answer', { unitId: note.handlerUnitId }, true)
  await assertVersion(ctx, { entityId: note.id, actual: answer.version, expected: input.version })
  const status = nextNoteAnswerStatus(answer.status, event)
  if (!status) return failRefused('note.not_now', { status: answer.status })
  return { loaded, answer, as, status }
}
