import type { z } from 'zod'
import { invalid } from '@/domain/errors'
import { missingForStraightSubmission, nextReportStatus } from '@/domain/reports/lifecycle'
import { claimedProgressOf, missingForSubmission } from '@/domain/reports/report'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { takeValues } from '@/server/indicators/report-values'
import { notify } from '@/server/notifications/notify'
import { loadReport } from '@/server/reports/load-report'
import { assertReportable } from '@/server/reports/open-draft'
import { reportVersionSchema } from '@/server/reports/report-version'
import { auditReport, contentOf, moveAssignment, writeReport } from '@/server/reports/write-report'
import { concludeTaskIfReady } from '@/server/tasks/conclude-task'
import { overseerOf } from '@/server/tasks/load-task'
import { refreshTask } from '@/server/tasks/refresh-task'
import { settleUrges } from '@/server/urges/settle-urges'
import { assertVersion } from '@/server/versions'

export const submitReportSchema = reportVersionSchema

/**
 * 审签并报送 by the unit's head, or 报送 of what the head wrote. A completion report reports the assignment done and may put the task
 * under review. Refused for another's unsigned draft, or while another report of the assignment waits for its review.
 */
export async function submitReport(
  ctx: Ctx,
  input: z.output<typeof submitReportSchema>,
): Promise<{ taskNo: number; seq: number; submittedAt: string }> {
  const loaded = await loadReport(ctx, input.reportId, { lock: true })
  const { report, assignment, task } = loaded
  const as = assertCan(ctx.actor, 'report.sign_off', loaded.facts, loaded.mayRead)
  await assertVersion(ctx, { entityId: report.id, actual: report.version, expected: input.version })
  const status = nextReportStatus(report.status, 'submit')
  if (!status) return failRefused('report.cannot_submit', { status: report.status })
  const [straight] = missingForStraightSubmission(report, ctx.actor.personId)
  if (straight) return failRefused(straight.code, straight.params)
  const waiting = await ctx.tx.report.count({ where: { assignmentId: assignment.id, status: 'submitted' } })
  if (waiting > 0) return failRefused('report.awaits_review', { seq: report.seq - 1 })
  assertReportable(task.status, assignment.status)
  const missing = missingForSubmission(report, report.evidence.length)
  if (missing.length > 0) throw invalid(missing)
  const claimedProgress = claimedProgressOf(report, assignment.claimedProgress)
  const signedOffById = ctx.actor.personId
  await writeReport(ctx, report, {
    status,
    claimedProgress,
    signedOffById,
    submittedById: signedOffById,
    submittedAt: ctx.now,
    sentBackReason: null,
  })
  await auditReport(
    ctx,
    loaded,
    'report.submitted',
    as,
    { status: report.status },
    { ...contentOf(loaded), status, claimedProgress },
  )
  await takeValues(ctx, loaded, as)
  await moveAssignment(ctx, loaded, 'submit', as)
  await notify(ctx, {
    unitId: overseerOf(task, assignment),
    event: 'report.submitted',
    params: { no: task.no, title: task.title, unit: assignment.unit.name, seq: report.seq },
    taskId: task.id,
  })
  if (report.kind === 'completion') await concludeTaskIfReady(ctx, task.id, as)
  await settleUrges(ctx, [assignment.id], as)
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no, seq: report.seq, submittedAt: ctx.now.toISOString() }
}
