import type { z } from 'zod'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadReport } from '@/server/reports/load-report'
import { reportVersionSchema } from '@/server/reports/report-version'
import { auditReport, contentOf } from '@/server/reports/write-report'
import { refreshTask } from '@/server/tasks/refresh-task'
import { assertVersion, assertWritten } from '@/server/versions'

export const discardReportDraftSchema = reportVersionSchema

/** Throws a draft away; what it said stays in the record. Its evidence stays the unit's, for another report. */
export async function discardReportDraft(
  ctx: Ctx,
  input: z.output<typeof discardReportDraftSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await loadReport(ctx, input.reportId, { lock: true })
  const { report, assignment, task } = loaded
  const as = assertCan(ctx.actor, 'report.write', loaded.facts, loaded.mayRead)
  await assertVersion(ctx, { entityId: report.id, actual: report.version, expected: input.version })
  if (report.status !== 'draft') return failRefused('report.cannot_discard', { status: report.status })
  const gone = await ctx.tx.report.deleteMany({ where: { id: report.id, version: report.version } })
  await assertWritten(ctx, report.id, gone)
  await auditReport(ctx, loaded, 'report.discarded', as, contentOf(loaded), null)
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no }
}
