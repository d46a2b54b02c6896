import { toLocalDate } from '@/server/dates'
import { nextUrgeStatus } from '@/domain/urges/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { loadSlip } from '@/server/urges/load-slip'
import { settleUrges } from '@/server/urges/settle-urges'

/**
 * A slip whose answer-by date passed: what was done is answered by deed, the rest lapses and its sender is told. By the job; a slip that
 * was answered meanwhile, or is not due, is left alone. Returns whether it lapsed.
 */
export async function lapseSlip(ctx: Ctx, { slipId }: { slipId: string }): Promise<boolean> {
  const before = await loadSlip(ctx, slipId, { lock: true })
  if (before.slip.status !== 'sent' || ctx.today <= toLocalDate(before.slip.answerByOn)) return false
  await settleUrges(
    ctx,
    before.items.map(({ assignment }) => assignment.id),
    null,
  )
  const { slip, items } = await loadSlip(ctx, slipId)
  const lapsed = items.filter(({ urge }) => nextUrgeStatus(urge.status, 'lapse') !== null)
  if (slip.status !== 'sent' || lapsed.length === 0) return false
  await ctx.tx.urge.updateMany({
    where: { id: { in: lapsed.map(({ urge }) => urge.id) }, status: 'sent' },
    data: { status: 'lapsed' },
  })
  await ctx.tx.urgeSlip.update({
    where: { id: slip.id },
    data: { status: 'lapsed', lapsedAt: ctx.now, version: { increment: 1 } },
    select: { id: true },
  })
  for (const { urge, task, assignment } of lapsed)
    await recordAudit(ctx, {
      event: 'urge.lapsed',
      as: null,
      entity: 'urge',
      entityId: urge.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: assignment.unitId,
      before: { status: 'sent' },
      after: { status: 'lapsed', slip: slip.no, level: slip.level },
    })
  const first = lapsed[0]?.task
  await notify(ctx, {
    unitId: slip.senderUnitId,
    event: 'urge.lapsed',
    params: {
      slip: slip.no,
      level: slip.level,
      unit: slip.unit.name,
      count: lapsed.length,
      no: first?.no ?? 0,
      title: first?.title ?? '',
    },
    taskId: lapsed.length === 1 ? first?.id : undefined,
  })
  return true
}
