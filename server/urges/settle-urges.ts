import type { Grant } from '@/domain/permissions/actor'
import { nextUrgeStatus } from '@/domain/urges/lifecycle'
import { isSettledByDeed } from '@/domain/urges/rules'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { reportedSince } from '@/server/urges/urge-facts'

/**
 * Of these assignments the unanswered urges whose matter is done (acknowledged, reported, nothing owed any more) are answered by deed;
 * a slip with nothing open left is answered. Called where a unit acts, and by the job. Returns how many urges.
 */
export async function settleUrges(
  ctx: Ctx,
  assignmentIds: readonly string[],
  as: Grant | null,
): Promise<number> {
  const open = await ctx.tx.urge.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, status: { in: ['sent', 'lapsed'] } },
    select: {
      id: true,
      rule: true,
      status: true,
      slip: { select: { id: true, no: true, sentAt: true } },
      assignment: {
        select: {
          unitId: true,
          status: true,
          task: { select: { id: true, directiveId: true, status: true } },
          reports: { where: { submittedAt: { not: null } }, select: { submittedAt: true, status: true } },
        },
      },
    },
  })
  const settled = open.filter(({ rule, status, slip, assignment }) => {
    const now = {
      status: assignment.status,
      taskStatus: assignment.task.status,
      reportedSince: reportedSince(assignment.reports, slip.sentAt),
    }
    return nextUrgeStatus(status, 'settle') !== null && isSettledByDeed(rule, now)
  })
  if (settled.length === 0) return 0
  await ctx.tx.urge.updateMany({
    where: { id: { in: settled.map((one) => one.id) } },
    data: { status: 'answered', settledAt: ctx.now },
  })
  for (const { id, status, slip, assignment } of settled)
    await recordAudit(ctx, {
      event: 'urge.answered',
      as,
      entity: 'urge',
      entityId: id,
      taskId: assignment.task.id,
      directiveId: assignment.task.directiveId,
      unitId: assignment.unitId,
      before: { status },
      after: { status: 'answered', slip: slip.no, byDeed: true },
    })
  await ctx.tx.urgeSlip.updateMany({
    where: {
      id: { in: settled.map((one) => one.slip.id) },
      status: { in: ['sent', 'lapsed'] },
      urges: { none: { status: { in: ['sent', 'lapsed'] } } },
    },
    data: { status: 'answered', version: { increment: 1 } },
  })
  return settled.length
}
