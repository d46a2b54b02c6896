import { z } from 'zod'
import { nextReportStatus } from '@/domain/reports/lifecycle'
import { progressSchema, reviewSchema } from '@/domain/reports/report-input'
import { isOpenAssignment } from '@/domain/tasks/assignment-lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { loadReport, type LoadedReport } from '@/server/reports/load-report'
import { assertTaskRuns } from '@/server/reports/open-draft'
import { reportVersionSchema } from '@/server/reports/report-version'
import { auditReport, moveAssignment, writeReport } from '@/server/reports/write-report'
import { assertNothingOpenBelow } from '@/server/tasks/branch-below'
import { concludeTaskIfReady, returnTaskToProgress } from '@/server/tasks/conclude-task'
import { endRequests } from '@/server/tasks/end-requests'
import { refreshTask } from '@/server/tasks/refresh-task'
import { assertVersion } from '@/server/versions'

const [accept, giveBack] = reviewSchema.options
// An empty field is no zero.
const verified = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number({ error: 'review.verified_missing' }).pipe(progressSchema),
)

/** A decision on one report, as its reviewer saw it. */
export const reviewReportSchema = z.discriminatedUnion('decision', [
  reportVersionSchema.extend({ ...accept.shape, verifiedProgress: verified }),
  reportVersionSchema.extend(giveBack.shape),
])

/**
 * 采纳 or 退回: sets the verified progress and says on what basis, or gives the report back with kind and reason. Never one's own report.
 * Evidence that was not opened is counted, never blocked. No completion is accepted while something below is open. A completion accepted closes its assignment; returned, it is in progress again.
 */
export async function reviewReport(
  ctx: Ctx,
  input: z.output<typeof reviewReportSchema>,
): Promise<{ taskNo: number; seq: number; verifiedProgress: number | null }> {
  const loaded = await loadReport(ctx, input.reportId, { lock: true })
  const { report, assignment, task } = loaded
  const as = assertCan(ctx.actor, 'report.review', loaded.facts, loaded.mayRead)
  await assertVersion(ctx, { entityId: report.id, actual: report.version, expected: input.version })
  assertTaskRuns(task.status)
  const status = nextReportStatus(report.status, input.decision)
  if (!status) return failRefused('report.cannot_review', { status: report.status })
  if (report.kind === 'completion' && input.decision === 'accept')
    await assertNothingOpenBelow(ctx, assignment.id)
  const unopenedEvidence = await countUnopened(ctx, loaded)
  const verdict =
    input.decision === 'accept'
      ? {
          verifiedProgress: input.verifiedProgress,
          basis: input.basis,
          returnKind: null,
          reason: input.reason,
        }
      : { verifiedProgress: null, basis: null, returnKind: input.returnKind, reason: input.reason }
  await ctx.tx.review.create({
    select: { id: true },
    data: {
      reportId: report.id,
      reviewerId: ctx.actor.personId ?? '',
      decision: input.decision,
      unopenedEvidence,
      reviewedAt: ctx.now,
      ...verdict,
    },
  })
  await writeReport(ctx, report, { status })
  const event = input.decision === 'accept' ? 'report.accepted' : 'report.returned'
  const before = { status: report.status, verifiedProgress: assignment.verifiedProgress }
  await auditReport(ctx, loaded, event, as, before, {
    status,
    ...verdict,
    claimedProgress: report.claimedProgress,
    unopenedEvidence,
  })
  // One that was waived meanwhile stays so; its report is still answered.
  if (isOpenAssignment(assignment.status)) await moveAssignment(ctx, loaded, input.decision, as)
  await notify(ctx, {
    unitId: assignment.facts.external ? (task.leadUnitId ?? assignment.unitId) : assignment.unitId,
    event,
    params: { no: task.no, title: task.title, seq: report.seq },
    taskId: task.id,
  })
  if (report.kind === 'completion') {
    if (input.decision === 'accept') {
      await endRequests(ctx, { assignmentIds: [assignment.id], end: 'accepted', reason: '', as })
      await concludeTaskIfReady(ctx, task.id, as)
    } else await returnTaskToProgress(ctx, task.id, as)
  }
  await refreshTask(ctx, task.id, assignment.id)
  const verifiedProgress = input.decision === 'accept' ? input.verifiedProgress : null
  return { taskNo: task.no, seq: report.seq, verifiedProgress }
}

async function countUnopened(ctx: Ctx, { report }: LoadedReport): Promise<number> {
  const ids = report.evidence.map((one) => one.evidenceId)
  return ctx.tx.evidence.count({
    where: { id: { in: ids }, kind: 'file', views: { none: { personId: ctx.actor.personId ?? '' } } },
  })
}
