import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { discardReportDraft } from '@/server/reports/discard-report-draft'
import { loadReport } from '@/server/reports/load-report'
import { listFiledTogether } from '@/server/reports/report-shares'
import { sendReportBack, sendReportBackSchema } from '@/server/reports/send-report-back'

export const sendSharedReportBackSchema = sendReportBackSchema

/**
 * 退回修改 of a report that serves several tasks: the first of them is a draft again, with the choice of what it serves; its copies, which never
 * left the unit, go, and are made anew when it is sent again. Of one alone, as `sendReportBack`.
 */
export async function sendSharedReportBack(ctx: Ctx, input: z.output<typeof sendSharedReportBackSchema>) {
  const { report } = await loadReport(ctx, input.reportId)
  const answer = await sendReportBack(ctx, input)
  const together = (await listFiledTogether(ctx, report)).filter((one) => one.status === 'awaiting_signoff')
  for (const { id, version } of together)
    await sendReportBack(ctx, { reportId: id, version, reason: input.reason })
  const back = [{ id: report.id, version: report.version, sharedFromId: report.sharedFromId }, ...together]
  for (const { id, version, sharedFromId } of back) {
    if (sharedFromId !== null) await discardReportDraft(ctx, { reportId: id, version: version + 1 })
  }
  return answer
}
