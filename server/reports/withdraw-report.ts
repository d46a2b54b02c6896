import type { z } from 'zod'
import { nextReportStatus } from '@/domain/reports/lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { loadReport } from '@/server/reports/load-report'
import { assertTaskRuns } from '@/server/reports/open-draft'
import { reportVersionSchema } from '@/server/reports/report-version'
import { auditReport, moveAssignment, writeReport } from '@/server/reports/write-report'
import { returnTaskToProgress } from '@/server/tasks/conclude-task'
import { overseerOf } from '@/server/tasks/load-task'
import { refreshTask } from '@/server/tasks/refresh-task'
import { assertVersion } from '@/server/versions'

export const withdrawReportSchema = reportVersionSchema

/** 撤回 by the unit's head, before a review: the report stays on record as withdrawn, a new version answers it. */
export async function withdrawReport(
  ctx: Ctx,
  input: z.output<typeof withdrawReportSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await loadReport(ctx, input.reportId, { lock: true })
  const { report, assignment, task } = loaded
  const as = assertCan(ctx.actor, 'report.withdraw', loaded.facts, loaded.mayRead)
  await assertVersion(ctx, { entityId: report.id, actual: report.version, expected: input.version })
  assertTaskRuns(task.status)
  const status = nextReportStatus(report.status, 'withdraw')
  if (!status) return failRefused('report.cannot_withdraw', { status: report.status })
  await writeReport(ctx, report, { status })
  await auditReport(ctx, loaded, 'report.withdrawn', as, { status: report.status }, { status })
  await moveAssignment(ctx, loaded, 'withdraw', as)
  if (report.kind === 'completion') await returnTaskToProgress(ctx, task.id, as)
  await notify(ctx, {
    unitId: overseerOf(task, assignment),
    event: 'report.withdrawn',
    params: { no: task.no, title: task.title, unit: assignment.unit.name, seq: report.seq },
    taskId: task.id,
  })
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no }
}
