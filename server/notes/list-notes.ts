import { addWorkingDays } from '@/domain/calendar/working-days'
import { readsAnswer } from '@/domain/notes/note'
import { can } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { currentHandlers } from '@/server/notes/current-handlers'
import { loadNoteSubject } from '@/server/notes/load-note-subject'
import { loadTask } from '@/server/tasks/load-task'

/** Most notes that a page carries, newest first; all of them stand in the history. */
const SHOWN_AT_MOST = 50
const who = { select: { name: true, nameEn: true } } satisfies { select: Prisma.PersonSelect }
const select = {
  id: true,
  text: true,
  writtenById: true,
  writtenBy: who,
  writtenAt: true,
  handlerUnitId: true,
  handlerUnit: who,
  answerDueOn: true,
  reportId: true,
  report: { select: { seq: true, assignmentId: true, assignment: { select: { unit: who } } } },
  answer: { include: { writtenBy: who, signedBy: who } },
} satisfies Prisma.LeaderNoteSelect

type Row = Prisma.LeaderNoteGetPayload<{ select: typeof select }>

/** 批示 on a directive or on a task and its reports: those that the actor may read, with the answers and the acts open to the actor. */
export async function listNotes(ctx: Ctx, on: 'directive' | 'task', recordId: string) {
  const subject = await loadNoteSubject(ctx, on, recordId)
  const rows = await ctx.tx.leaderNote.findMany({
    where: on === 'task' ? { taskId: recordId } : { directiveId: recordId, taskId: null },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_AT_MOST,
    select,
  })
  const task = on === 'task' ? await loadTask(ctx, recordId, { near: {} }) : null
  const lineageOf = (unitId: string) => {
    const part = task?.assignments.find((one) => one.unitId === unitId && one.status !== 'replaced')
    return [
      ...(part?.facts.lineageUnitIds.slice(1) ?? []),
      ...(task && !task.officeOwned ? [task.ownerUnitId] : []),
    ]
  }
  const readable = rows.filter(({ report }) => {
    if (!report) return true
    const assignment = task?.assignments.find((one) => one.id === report.assignmentId)
    if (!assignment) return false
    const signed = {
      status: 'submitted' as const,
      writtenById: null,
      signedOffById: null,
      submittedById: null,
    }
    return can(ctx.actor, 'report.read', { ...signed, assignment: assignment.facts })
  })
  const now = await currentHandlers(ctx, on === 'task' ? recordId : null)
  const handlerOf = ({ handlerUnitId }: Row) => handlerUnitId && (now.get(handlerUnitId) ?? handlerUnitId)
  const mayWrite = subject.mayRead && can(ctx.actor, 'note.write', subject.facts)
  return {
    notes: readable.map((row) => {
      const handlerUnitId = handlerOf(row)
      return viewOf(ctx, { ...row, handlerUnitId }, handlerUnitId ? lineageOf(handlerUnitId) : [])
    }),
    write: mayWrite
      ? {
          on,
          recordId,
          reports: on === 'task' ? await listReportsOf(ctx, recordId) : [],
          handlers: subject.handlers,
          answerDueOn: addWorkingDays(ctx.today, ctx.settings.urgeAnswerWorkingDays, ctx.calendar),
        }
      : null,
  }
}

export type NoteList = Awaited<ReturnType<typeof listNotes>>
export type NoteView = NoteList['notes'][number]

/** The newest signed reports of a task: what else a leader may write a note on. */
async function listReportsOf(ctx: Ctx, taskId: string) {
  const rows = await ctx.tx.report.findMany({
    where: { assignment: { taskId }, status: { in: ['submitted', 'accepted', 'returned'] } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: 10,
    select: {
      id: true,
      seq: true,
      assignment: { select: { unit: { select: { id: true, name: true, nameEn: true } } } },
    },
  })
  return rows.map(({ assignment: { unit }, ...row }) => ({ ...row, unit }))
}

function viewOf(ctx: Ctx, row: Row, aboveUnitIds: readonly string[]) {
  const { answer, handlerUnitId } = row
  const dueOn = toLocalDateOrNull(row.answerDueOn)
  const answered = answer?.status === 'answered'
  const released = answer?.status === 'released'
  const reads = handlerUnitId !== null && readsAnswer(ctx.actor, { answered, handlerUnitId, aboveUnitIds })
  const unit = { unitId: handlerUnitId ?? '' }
  const status = answer?.status ?? 'none'
  const home =
    handlerUnitId !== null && readsAnswer(ctx.actor, { answered: false, handlerUnitId, aboveUnitIds })
  const drafts = home && can(ctx.actor, 'note.draft_answer', unit)
  const signs = home && can(ctx.actor, 'note.sign_answer', unit)
  return {
    id: row.id,
    text: row.text,
    by: row.writtenBy,
    at: row.writtenAt.toISOString(),
    report: row.report && { seq: row.report.seq, unit: row.report.assignment.unit },
    handler: row.handlerUnit,
    dueOn,
    /** Not answered, and its day is over. */
    overdue: dueOn !== null && !answered && !released && dueOn < ctx.today,
    answered,
    /** Nothing is owed any more: how the unit's part of the task ended. */
    released: released ? answer.releasedWith : null,
    answer:
      answer && reads
        ? {
            version: answer.version,
            status: answer.status,
            text: answer.text,
            late: answer.late,
            sentBackReason: answer.sentBackReason,
            by: answer.signedBy ?? answer.writtenBy,
            at: (answer.signedAt ?? answer.updatedAt).toISOString(),
          }
        : null,
    acts: {
      answer: drafts && (status === 'none' || status === 'draft'),
      straight: signs && (!answer || answer.writtenById === ctx.actor.personId),
      sign: signs && status === 'awaiting_signoff',
      see: answered && answer?.seenAt === null && row.writtenById === ctx.actor.personId,
    },
  }
}
