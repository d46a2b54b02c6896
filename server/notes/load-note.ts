import { z } from 'zod'
import type { AuditEvent } from '@/domain/audit/events'
import { readsAnswer } from '@/domain/notes/note'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { currentHandlers } from '@/server/notes/current-handlers'
import { loadNoteSubject } from '@/server/notes/load-note-subject'
import { assertWritten } from '@/server/versions'

/** The answer to a note, as its reader saw it. */
export const noteAnswerVersionSchema = z.object({ noteId: z.uuid(), version: z.coerce.number().int() })

/** A note that wants an answer, with the answer as it stands. Throws not_found, also for what is not read. */
export async function loadNote(ctx: Ctx, noteId: string) {
  const note = await ctx.tx.leaderNote.findUnique({
    where: { id: noteId },
    include: { answer: true, handlerUnit: { select: { name: true } } },
  })
  if (!note?.handlerUnitId) return failNotFound()
  const { on, recordId } = subjectOf(note)
  const subject = await loadNoteSubject(ctx, on, recordId)
  if (!subject.mayRead) failNotFound()
  const now = await currentHandlers(ctx, note.taskId)
  return { note: { ...note, handlerUnitId: now.get(note.handlerUnitId) ?? note.handlerUnitId }, subject }
}

export type LoadedNote = Awaited<ReturnType<typeof loadNote>>

/** What a note is on. */
export function subjectOf(note: { directiveId: string; taskId: string | null; reportId: string | null }) {
  if (note.reportId) return { on: 'report' as const, recordId: note.reportId }
  return note.taskId
    ? { on: 'task' as const, recordId: note.taskId }
    : { on: 'directive' as const, recordId: note.directiveId }
}

/** May this person know of the answer as it stands? */
export function mayReadAnswer(ctx: Ctx, { note }: Pick<LoadedNote, 'note'>): boolean {
  return readsAnswer(ctx.actor, {
    answered: note.answer?.status === 'answered',
    handlerUnitId: note.handlerUnitId,
    aboveUnitIds: [],
  })
}

/** Writes an answer by compare-and-set on its version. Throws conflict. */
export async function writeAnswer(
  ctx: Ctx,
  answer: { noteId: string; version: number },
  data: Prisma.NoteAnswerUncheckedUpdateManyInput,
): Promise<void> {
  const written = await ctx.tx.noteAnswer.updateMany({
    where: { noteId: answer.noteId, version: answer.version },
    data: { ...data, version: { increment: 1 }, updatedAt: ctx.now },
  })
  await assertWritten(ctx, answer.noteId, written)
}

/** One audit entry on a note's answer. */
export async function auditAnswer(
  ctx: Ctx,
  { note }: LoadedNote,
  event: AuditEvent,
  as: Grant | null,
  after: AuditValues,
): Promise<void> {
  await recordAudit(ctx, {
    event,
    as,
    entity: 'note',
    entityId: note.id,
    taskId: note.taskId,
    directiveId: note.directiveId,
    unitId: note.handlerUnitId,
    before: { status: note.answer?.status ?? null },
    after,
  })
}

/** What its notices say, and where they lead. */
export function noticeOf({ note, subject }: LoadedNote) {
  return {
    params: {
      no: subject.taskNo ?? subject.directiveNo,
      title: subject.title,
      unit: note.handlerUnit?.name ?? '',
    },
    taskId: note.taskId,
    directiveId: note.directiveId,
  }
}
