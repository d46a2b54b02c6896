import { z } from 'zod'
import { nextUrgeStatus } from '@/domain/urges/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { assertCanOnSlip, loadSlip } from '@/server/urges/load-slip'
import { assertVersion, assertWritten } from '@/server/versions'

/** A slip as its reader saw it, and the answer to it. */
export const draftAnswerSchema = z.object({
  slipId: z.uuid(),
  version: z.coerce.number().int(),
  answer: z.string().trim().min(1, 'urge.answer_missing').max(2000, 'urge.answer_too_long'),
})

/** 拟答复: one answer for the slip with all its tasks, which the unit's head signs. Refused once it is answered or the next level went out. */
export async function draftAnswer(
  ctx: Ctx,
  input: z.output<typeof draftAnswerSchema>,
): Promise<{ slipNo: number }> {
  const loaded = await loadSlip(ctx, input.slipId, { lock: true })
  const { slip, items } = loaded
  const as = assertCanOnSlip(ctx, loaded, 'urge.draft_answer')
  await assertVersion(ctx, { entityId: slip.id, actual: slip.version, expected: input.version })
  if (!nextUrgeStatus(slip.status, 'answer'))
    return failRefused('urge.cannot_answer', { status: slip.status })
  const written = await ctx.tx.urgeSlip.updateMany({
    where: { id: slip.id, version: slip.version },
    data: {
      answer: input.answer,
      draftedById: ctx.actor.personId,
      draftedAt: ctx.now,
      version: { increment: 1 },
    },
  })
  await assertWritten(ctx, slip.id, written)
  await recordAudit(ctx, {
    event: 'urge.answer_drafted',
    as,
    entity: 'urge_slip',
    entityId: slip.id,
    unitId: slip.unitId,
    before: { answer: slip.answer },
    after: { slip: slip.no, answer: input.answer, tasks: items.map(({ task }) => task.no) },
  })
  await notify(ctx, {
    unitId: slip.unitId,
    event: 'urge.answer_drafted',
    params: {
      slip: slip.no,
      count: items.length,
      no: items[0]?.task.no ?? 0,
      title: items[0]?.task.title ?? '',
    },
    taskId: items.length === 1 ? items[0]?.task.id : undefined,
  })
  return { slipNo: slip.no }
}
