import type { z } from 'zod'
import { toLocalDate } from '@/server/dates'
import { nextUrgeStatus } from '@/domain/urges/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { draftAnswerSchema } from '@/server/urges/draft-answer'
import { assertCanOnSlip, loadSlip } from '@/server/urges/load-slip'
import { assertVersion, assertWritten } from '@/server/versions'

export const signAnswerSchema = draftAnswerSchema

/**
 * 审签并答复: the unit's head answers the slip with all its tasks; marked late after the answer-by date. Refused once it is answered or the
 * next level went out.
 */
export async function signAnswer(
  ctx: Ctx,
  input: z.output<typeof signAnswerSchema>,
): Promise<{ slipNo: number; late: boolean }> {
  const loaded = await loadSlip(ctx, input.slipId, { lock: true })
  const { slip, items } = loaded
  const as = assertCanOnSlip(ctx, loaded, 'urge.sign_answer')
  await assertVersion(ctx, { entityId: slip.id, actual: slip.version, expected: input.version })
  const status = nextUrgeStatus(slip.status, 'answer')
  if (!status) return failRefused('urge.cannot_answer', { status: slip.status })
  const late = ctx.today > toLocalDate(slip.answerByOn)
  const written = await ctx.tx.urgeSlip.updateMany({
    where: { id: slip.id, version: slip.version },
    data: {
      status,
      answer: input.answer,
      answeredById: ctx.actor.personId,
      answeredAt: ctx.now,
      answeredLate: late,
      version: { increment: 1 },
    },
  })
  await assertWritten(ctx, slip.id, written)
  const answered = items.filter(({ urge }) => nextUrgeStatus(urge.status, 'answer') !== null)
  await ctx.tx.urge.updateMany({
    where: { id: { in: answered.map(({ urge }) => urge.id) } },
    data: { status },
  })
  for (const { urge, task, assignment } of answered)
    await recordAudit(ctx, {
      event: 'urge.answered',
      as,
      entity: 'urge',
      entityId: urge.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: assignment.unitId,
      before: { status: urge.status },
      after: { status, slip: slip.no, late, answer: input.answer },
    })
  await notify(ctx, {
    unitId: slip.senderUnitId,
    event: 'urge.answered',
    params: {
      slip: slip.no,
      count: items.length,
      unit: slip.unit.name,
      late: late ? 1 : 0,
      no: items[0]?.task.no ?? 0,
      title: items[0]?.task.title ?? '',
    },
    taskId: items.length === 1 ? items[0]?.task.id : undefined,
  })
  return { slipNo: slip.no, late }
}
