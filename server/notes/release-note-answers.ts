import { recordAudits } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import type { EndedParts } from '@/server/tasks/end-requests'

/**
 * Answers that leaders wait for from units whose part of the task ended: no longer owed, whether begun or not. The leader who asked is
 * told, and may ask another unit by another note; so is the unit. What was drafted stays as it was.
 */
export async function releaseNoteAnswers(
  ctx: Ctx,
  { assignmentIds, end, reason, as }: EndedParts,
): Promise<void> {
  const parts = await ctx.tx.assignment.findMany({
    where: { id: { in: [...assignmentIds] } },
    select: {
      taskId: true,
      unitId: true,
      formerHolders: { select: { unitId: true } },
      replaces: { select: { formerHolders: { select: { unitId: true } } } },
    },
  })
  // Also what was asked of a unit that held the part before, or another that this one replaced.
  const held = parts.flatMap(({ taskId, unitId, formerHolders, replaces }) =>
    [{ unitId }, ...formerHolders, ...replaces.flatMap((one) => one.formerHolders)].map((one) => ({
      taskId,
      unitId: one.unitId,
    })),
  )
  const ended = new Set(held.map((one) => `${one.taskId} ${one.unitId}`))
  const asked = await ctx.tx.leaderNote.findMany({
    where: {
      taskId: { in: [...new Set(parts.map((one) => one.taskId))] },
      handlerUnitId: { in: [...new Set(held.map((one) => one.unitId))] },
      OR: [{ answer: null }, { answer: { status: { in: ['draft', 'awaiting_signoff'] } } }],
    },
    select: {
      id: true,
      taskId: true,
      directiveId: true,
      handlerUnitId: true,
      handlerUnit: { select: { name: true } },
      writtenById: true,
      task: { select: { no: true, title: true } },
      answer: { select: { status: true } },
    },
  })
  const owed = asked.filter((one) => ended.has(`${one.taskId} ${one.handlerUnitId}`))
  if (owed.length === 0) return
  const released = { status: 'released', releasedWith: end } as const
  const begun = owed.flatMap((one) => (one.answer ? [one.id] : []))
  await ctx.tx.noteAnswer.updateMany({
    where: { noteId: { in: begun } },
    data: { ...released, version: { increment: 1 }, updatedAt: ctx.now },
  })
  const missing = owed.filter((one) => !one.answer)
  // Where nobody had begun, the row is of whoever ended the part.
  await ctx.tx.noteAnswer.createMany({
    data: missing.map(({ id }) => ({
      noteId: id,
      writtenById: ctx.actor.personId ?? '',
      updatedAt: ctx.now,
      ...released,
    })),
  })
  await recordAudits(
    ctx,
    owed.map(({ id, taskId, directiveId, handlerUnitId, answer }) => ({
      event: 'note.answer_released' as const,
      as,
      entity: 'note',
      entityId: id,
      taskId,
      directiveId,
      unitId: handlerUnitId,
      before: { status: answer?.status ?? null },
      after: { status: 'released', with: end, reason },
    })),
  )
  await notify(
    ctx,
    ...owed.flatMap(({ taskId, directiveId, handlerUnitId, handlerUnit, writtenById, task }) => {
      const params = { no: task?.no ?? 0, title: task?.title ?? '', unit: handlerUnit?.name ?? '' }
      const about = { event: 'note.answer_released', params, taskId, directiveId }
      return [
        { personId: writtenById, ...about },
        { unitId: handlerUnitId ?? '', ...about },
      ]
    }),
  )
}
