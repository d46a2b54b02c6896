import type { z } from 'zod'
import { isFailure } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadReport } from '@/server/reports/load-report'
import { listFiledTogether } from '@/server/reports/report-shares'
import { submitReport, submitReportSchema } from '@/server/reports/submit-report'

export const submitSharedReportSchema = submitReportSchema

/**
 * 审签并报送 of a report and of those filed together with it that wait for the same signature: all or none. Refused with the task's number where
 * one of them cannot go out; otherwise as `submitReport`.
 */
export async function submitSharedReport(ctx: Ctx, input: z.output<typeof submitSharedReportSchema>) {
  const { report } = await loadReport(ctx, input.reportId)
  const sent = await submitReport(ctx, input)
  const others = (await listFiledTogether(ctx, report)).filter((one) => one.status === 'awaiting_signoff')
  for (const other of others) {
    try {
      await submitReport(ctx, { reportId: other.id, version: other.version })
    } catch (error) {
      if (isFailure(error) && error.kind === 'refused')
        failRefused('report.share_not_open', { no: other.task.no })
      throw error
    }
  }
  return { ...sent, also: others.map((one) => one.task.no) }
}
