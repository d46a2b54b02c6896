import type { z } from 'zod'
import { nextReportStatus } from '@/domain/reports/lifecycle'
import { missingForCorrection } from '@/domain/reports/review-correction'
import { isOpenAssignment } from '@/domain/tasks/assignment-lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { loadReport, type LoadedReport } from '@/server/reports/load-report'
import { reportVersionSchema } from '@/server/reports/report-version'
import { auditReport, moveAssignment, writeReport } from '@/server/reports/write-report'
import { concludeTaskIfReady } from '@/server/tasks/conclude-task'
import { refreshTask } from '@/server/tasks/refresh-task'
import { assertVersion } from '@/server/versions'

/** The report as it stands after the review that is taken back. */
export const correctReviewSchema = reportVersionSchema

/**
 * 撤销 of a review by its reviewer, within seconds and while nobody has acted on it: the review stays on record, a correction beside it takes it
 * out of force, and the report waits again. A completion's assignment is reported done again. The unit is told.
 */
export async function correctReview(
  ctx: Ctx,
  input: z.output<typeof correctReviewSchema>,
): Promise<{ taskNo: number; seq: number; reportId: string }> {
  const loaded = await loadReport(ctx, input.reportId, { lock: true })
  const { report, assignment, task } = loaded
  const as = assertCan(ctx.actor, 'report.review', loaded.facts, loaded.mayRead)
  await assertVersion(ctx, { entityId: report.id, actual: report.version, expected: input.version })
  const status = nextReportStatus(report.status, 'correct_review')
  const review = report.reviewId
    ? await ctx.tx.review.findUniqueOrThrow({ where: { id: report.reviewId } })
    : null
  if (!status || !review) return failRefused('report.review_not_own')
  const { personId } = ctx.actor
  const against = missingForCorrection(review, {
    personId,
    now: ctx.now,
    actedOnBy: await findWhoActed(ctx, loaded, review.reviewedAt),
  })
  if (against) return failRefused(against.code, against.params)
  await ctx.tx.reviewCorrection.create({
    select: { id: true },
    data: { reviewId: review.id, correctedById: personId ?? '', correctedAt: ctx.now },
  })
  await writeReport(ctx, report, { status })
  const { decision, verifiedProgress, basis, returnKind, reason } = review
  const before = { status: report.status, decision, verifiedProgress, basis, returnKind, reason }
  await auditReport(ctx, loaded, 'report.review_corrected', as, before, { status })
  // One that was waived meanwhile stays so, as it does when its report is answered.
  if (isOpenAssignment(assignment.status) || assignment.status === 'accepted')
    await moveAssignment(ctx, loaded, 'correct_review', as)
  await notify(ctx, {
    unitId: assignment.facts.external ? (task.leadUnitId ?? assignment.unitId) : assignment.unitId,
    event: 'report.review_corrected',
    params: { no: task.no, title: task.title, seq: report.seq },
    taskId: task.id,
  })
  if (report.kind === 'completion') await concludeTaskIfReady(ctx, task.id, as)
  await refreshTask(ctx, task.id)
  return { taskNo: task.no, seq: report.seq, reportId: report.id }
}

/** Who did anything to the task or for this unit's part of it since the review; looking at evidence is no act. Null for nobody. */
async function findWhoActed(
  ctx: Ctx,
  { assignment, task }: LoadedReport,
  since: Date,
): Promise<string | null> {
  const later = await ctx.tx.auditEntry.findFirst({
    where: {
      taskId: task.id,
      at: { gt: since },
      entity: { not: 'evidence' },
      OR: [{ entity: 'task' }, { unitId: assignment.unitId }],
    },
    orderBy: { id: 'asc' },
    select: { actorName: true },
  })
  return later?.actorName ?? null
}
