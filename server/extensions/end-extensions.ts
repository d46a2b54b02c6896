import { nextExtensionStatus, OPEN_EXTENSION_STATUSES } from '@/domain/extensions/lifecycle'
import { recordAudits, type AuditRecord } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { contentOfExtension } from '@/server/extensions/load-extension'
import { notify } from '@/server/notifications/notify'
import type { EndedParts } from '@/server/tasks/end-requests'

/**
 * Requests on parts that ended: one under way is withdrawn with its part, by whoever ended it, and its unit is told; a draft is deleted,
 * what it said stays in the record. Two writes, however many.
 */
export async function endExtensions(ctx: Ctx, { assignmentIds, end, reason, as }: EndedParts): Promise<void> {
  const open = await ctx.tx.extension.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, status: { in: [...OPEN_EXTENSION_STATUSES] } },
    include: {
      assignment: {
        select: {
          unitId: true,
          unit: { select: { kind: true } },
          task: { select: { id: true, no: true, title: true, directiveId: true, leadUnitId: true } },
        },
      },
    },
  })
  if (open.length === 0) return
  const underWay = open.filter((one) => nextExtensionStatus(one.status, 'withdraw') !== null)
  const drafts = open.filter((one) => !underWay.includes(one))
  await ctx.tx.extension.updateMany({
    where: { id: { in: underWay.map((one) => one.id) } },
    data: {
      status: 'withdrawn',
      endedWith: end,
      // Of a merger or split nobody decided about the request.
      decidedById: end === 'merged' ? null : ctx.actor.personId,
      decidedAt: ctx.now,
      decisionNote: reason || null,
      version: { increment: 1 },
      updatedAt: ctx.now,
    },
  })
  await ctx.tx.extension.deleteMany({ where: { id: { in: drafts.map((one) => one.id) } } })
  await recordAudits(
    ctx,
    open.map((one): AuditRecord => {
      const { id, seq, status, assignment } = one
      const withdrawn = underWay.includes(one)
      return {
        event: withdrawn ? 'extension.withdrawn' : 'extension.discarded',
        as,
        entity: 'extension',
        entityId: id,
        taskId: assignment.task.id,
        directiveId: assignment.task.directiveId,
        unitId: assignment.unitId,
        before: withdrawn ? { status } : contentOfExtension({ extension: one }),
        after: { seq, with: end, ...(withdrawn ? { status: 'withdrawn', reason } : {}) },
      }
    }),
  )
  await notify(
    ctx,
    ...underWay.map(({ seq, assignment: { unitId, unit, task } }) => ({
      unitId: unit.kind === 'external' ? (task.leadUnitId ?? unitId) : unitId,
      event: 'extension.withdrawn',
      params: { no: task.no, title: task.title, seq, with: end },
      taskId: task.id,
    })),
  )
}
