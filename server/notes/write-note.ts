import { z } from 'zod'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import type { LocalDate } from '@/domain/calendar/local-date'
import { invalid } from '@/domain/errors'
import { NOTE_SUBJECTS, noteTextSchema } from '@/domain/notes/note'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull } from '@/server/dates'
import { loadNoteSubject, type LoadedSubject } from '@/server/notes/load-note-subject'
import { notify } from '@/server/notifications/notify'

/** `subject` is 'task:<id>' and so on; an answer is wanted where `wantsAnswer` is ticked. */
export const writeNoteSchema = z.object({
  subject: z
    .string()
    .transform((value) => value.split(':'))
    .pipe(z.tuple([z.enum(NOTE_SUBJECTS), z.uuid()])),
  text: noteTextSchema,
  wantsAnswer: z.string().default(''),
  handlerUnitId: z.string().default(''),
  answerDueOn: z.string().trim().max(40, { error: 'date.unreadable' }).default(''),
})

/**
 * 批示: a leader's note on a directive, a task or a report; never changed. Where an answer is wanted, of one main handler who reads
 * the record, by a date that is not past. Throws not_found, forbidden, invalid.
 */
export async function writeNote(
  ctx: Ctx,
  input: z.output<typeof writeNoteSchema>,
): Promise<{ noteId: string; taskNo: number | null; directiveNo: number }> {
  const [on, recordId] = input.subject
  const subject = await loadNoteSubject(ctx, on, recordId)
  const as = assertCan(ctx.actor, 'note.write', subject.facts, subject.mayRead)
  const asked = input.wantsAnswer ? askedOf(ctx, subject, input) : null
  const { directiveId, taskId, reportId } = subject
  const note = await ctx.tx.leaderNote.create({
    data: {
      directiveId,
      taskId,
      reportId,
      text: input.text,
      writtenById: ctx.actor.personId ?? '',
      writtenAt: ctx.now,
      handlerUnitId: asked?.unit.id ?? null,
      answerDueOn: fromLocalDateOrNull(asked?.dueOn ?? null),
    },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'note.written',
    as,
    entity: 'note',
    entityId: note.id,
    taskId,
    directiveId,
    unitId: asked?.unit.id ?? null,
    after: {
      on,
      reason: input.text,
      handler: asked?.unit.name ?? null,
      answerDueOn: asked?.dueOn ?? null,
    },
  })
  const told = new Set([subject.toldUnitId, asked?.unit.id].filter((id) => typeof id === 'string'))
  await notify(
    ctx,
    ...[...told].map((unitId) => ({
      unitId,
      event: 'note.written',
      params: { no: subject.taskNo ?? subject.directiveNo, title: subject.title },
      taskId,
      directiveId,
    })),
  )
  return { noteId: note.id, taskNo: subject.taskNo, directiveNo: subject.directiveNo }
}

type Asked = { unit: LoadedSubject['handlers'][number]; dueOn: LocalDate }

function askedOf(ctx: Ctx, subject: LoadedSubject, input: z.output<typeof writeNoteSchema>): Asked {
  const unit = subject.handlers.find((one) => one.id === input.handlerUnitId)
  const date = parseTypedDate(input.answerDueOn, ctx.today, ctx.calendar)
  const late = 'date' in date && date.date < ctx.today
  const fields = [
    ...(unit ? [] : [{ path: 'handlerUnitId', code: 'note.handler_missing' }]),
    ...('error' in date ? [{ path: 'answerDueOn', code: date.error }] : []),
    ...(late ? [{ path: 'answerDueOn', code: 'note.date_passed', params: { today: ctx.today } }] : []),
  ]
  if (!unit || 'error' in date || late) throw invalid(fields)
  return { unit, dueOn: date.date }
}
