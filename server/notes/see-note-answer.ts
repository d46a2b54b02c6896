import { z } from 'zod'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failForbidden, failNotFound } from '@/server/errors'
import { auditAnswer, loadNote, writeAnswer } from '@/server/notes/load-note'

export const seeNoteAnswerSchema = z.object({ noteId: z.uuid() })

/** 已阅: the leader who wrote the note has seen its answer; it leaves what waits for the leader. A second time does nothing. */
export async function seeNoteAnswer(
  ctx: Ctx,
  input: z.output<typeof seeNoteAnswerSchema>,
): Promise<{ taskNo: number | null; directiveNo: number }> {
  const loaded = await loadNote(ctx, input.noteId)
  const { note, subject } = loaded
  const as = assertCan(ctx.actor, 'note.write', subject.facts, subject.mayRead)
  if (note.writtenById !== ctx.actor.personId) return failForbidden()
  const { answer } = note
  if (answer?.status !== 'answered') return failNotFound()
  if (answer.seenAt === null) {
    await writeAnswer(ctx, answer, { seenAt: ctx.now })
    await auditAnswer(ctx, loaded, 'note.answer_seen', as, { status: answer.status })
  }
  return { taskNo: subject.taskNo, directiveNo: subject.directiveNo }
}
