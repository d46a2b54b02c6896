import type { z } from 'zod'
import { invalid } from '@/domain/errors'
import { nextReportStatus } from '@/domain/reports/lifecycle'
import { claimedProgressOf, missingForSubmission } from '@/domain/reports/report'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { loadReport } from '@/server/reports/load-report'
import { assertReportable } from '@/server/reports/open-draft'
import { reportVersionSchema } from '@/server/reports/report-version'
import { auditReport, contentOf, writeReport } from '@/server/reports/write-report'
import { refreshTask } from '@/server/tasks/refresh-task'
import { assertVersion } from '@/server/versions'

export const sendReportForSignoffSchema = reportVersionSchema

/** 送审签: the draft goes to the head of the unit. Invalid where something is missing; refused where it is no draft any more. */
export async function sendReportForSignoff(
  ctx: Ctx,
  input: z.output<typeof sendReportForSignoffSchema>,
): Promise<{ taskNo: number; seq: number }> {
  const loaded = await loadReport(ctx, input.reportId, { lock: true })
  const { report, assignment, task, facts } = loaded
  const as = assertCan(ctx.actor, 'report.write', facts, loaded.mayRead)
  await assertVersion(ctx, { entityId: report.id, actual: report.version, expected: input.version })
  const status = nextReportStatus(report.status, 'send_for_signoff')
  if (!status) return failRefused('report.cannot_send', { status: report.status })
  assertReportable(task.status, assignment.status)
  const missing = missingForSubmission(report, report.evidence.length)
  if (missing.length > 0) throw invalid(missing)
  const claimedProgress = claimedProgressOf(report, assignment.claimedProgress)
  await writeReport(ctx, report, { status, claimedProgress, sentForSignoffAt: ctx.now, sentBackReason: null })
  await auditReport(
    ctx,
    loaded,
    'report.sent_for_signoff',
    as,
    { status: report.status },
    { ...contentOf(loaded), status, claimedProgress },
  )
  await notify(ctx, {
    unitId: facts.assignment.external ? (task.leadUnitId ?? assignment.unitId) : assignment.unitId,
    event: 'report.sent_for_signoff',
    params: { no: task.no, title: task.title, seq: report.seq },
    taskId: task.id,
  })
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no, seq: report.seq }
}
