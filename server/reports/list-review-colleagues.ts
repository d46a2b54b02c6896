import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import type { LoadedReport } from '@/server/reports/load-report'

/** Colleagues offered at most. */
const MOST = 50

/**
 * Who else may review this report: the office's people of what the office owns, else the heads of the unit that owns the task and of those above the
 * assignment. Those who wrote, signed or submitted it are absent, and so is the person who asks.
 */
export async function listReviewColleagues(ctx: Ctx, { report, assignment, task }: LoadedReport) {
  const today = fromLocalDate(ctx.today)
  const above = await ctx.tx.assignmentReader.findMany({
    where: { assignmentId: assignment.id, unitId: { not: assignment.unitId } },
    select: { unitId: true },
  })
  const heads = [...above.map(({ unitId }) => unitId), ...(task.officeOwned ? [] : [task.ownerUnitId])]
  const ways = [
    { role: 'unit_head' as const, unitId: { in: heads } },
    ...(task.officeOwned ? [{ role: { in: ['officer' as const, 'office_head' as const] } }] : []),
  ]
  const hands = [ctx.actor.personId, report.writtenById, report.signedOffById, report.submittedById]
  return ctx.tx.person.findMany({
    where: {
      status: 'active',
      id: { notIn: hands.filter((id) => id !== null) },
      grants: {
        some: {
          validFromOn: { lte: today },
          AND: [{ OR: [{ validToOn: null }, { validToOn: { gte: today } }] }, { OR: ways }],
        },
      },
    },
    orderBy: { account: 'asc' },
    take: MOST,
    select: { account: true, name: true, nameEn: true, title: true, titleEn: true },
  })
}

export type ReviewColleague = Awaited<ReturnType<typeof listReviewColleagues>>[number]
