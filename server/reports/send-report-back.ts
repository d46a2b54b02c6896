import type { z } from 'zod'
import { nextReportStatus } from '@/domain/reports/lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { loadReport } from '@/server/reports/load-report'
import { assertTaskRuns } from '@/server/reports/open-draft'
import { reportReasonSchema } from '@/server/reports/report-version'
import { auditReport, writeReport } from '@/server/reports/write-report'
import { refreshTask } from '@/server/tasks/refresh-task'
import { assertVersion } from '@/server/versions'

export const sendReportBackSchema = reportReasonSchema

/** 退回修改 by the unit's head, with the reason: the report is a draft again, inside the unit. */
export async function sendReportBack(
  ctx: Ctx,
  input: z.output<typeof sendReportBackSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await loadReport(ctx, input.reportId, { lock: true })
  const { report, assignment, task } = loaded
  const as = assertCan(ctx.actor, 'report.sign_off', loaded.facts, loaded.mayRead)
  await assertVersion(ctx, { entityId: report.id, actual: report.version, expected: input.version })
  assertTaskRuns(task.status)
  const status = nextReportStatus(report.status, 'send_back')
  if (!status) return failRefused('report.cannot_send_back', { status: report.status })
  await writeReport(ctx, report, { status, sentBackReason: input.reason })
  const before = { status: report.status }
  await auditReport(ctx, loaded, 'report.sent_back', as, before, { status, reason: input.reason })
  await notify(ctx, {
    personId: report.writtenById,
    event: 'report.sent_back',
    params: { no: task.no, title: task.title, seq: report.seq },
    taskId: task.id,
  })
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no }
}
