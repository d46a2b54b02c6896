import { z } from 'zod'
import { missingForStraightSubmission } from '@/domain/reports/lifecycle'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadReport } from '@/server/reports/load-report'
import { copyToShares } from '@/server/reports/report-shares'
import { saveReportDraft, saveReportDraftSchema } from '@/server/reports/save-report-draft'
import { sendReportForSignoff } from '@/server/reports/send-report-for-signoff'
import { submitReport } from '@/server/reports/submit-report'

/** The composer's form as a whole; `sameSeen`: that the text is the last one's has been shown. */
export const fileReportSchema = saveReportDraftSchema.extend({
  sameSeen: z
    .string()
    .default('')
    .transform((value) => value !== ''),
})

/**
 * 送审签 or, by the head who wrote it, 报送: saves what the form holds and sends it, in one act, so that what goes out is what was seen.
 * One that serves several tasks becomes a report of each, in the same act. Refused once where nine tenths of the text are the last report's, unless that was shown before.
 */
export async function fileReport(
  ctx: Ctx,
  input: z.output<typeof fileReportSchema>,
): Promise<{ taskNo: number; seq: number; submitted: boolean; at: string; also: number[] }> {
  const { sameSeen, ...draft } = input
  const { reportId, version, sameAsLast } = await saveReportDraft(ctx, draft, { strict: true })
  if (sameAsLast !== null && !sameSeen) failRefused('report.same_text', { share: sameAsLast })
  const { report, facts, assignment } = await loadReport(ctx, reportId)
  const straight = missingForStraightSubmission(report, ctx.actor.personId).length === 0
  const submitted = straight && can(ctx.actor, 'report.sign_off', facts)
  const copies = await copyToShares(ctx, reportId, assignment, input.shareWith ?? [])
  const send = submitted ? submitReport : sendReportForSignoff
  const { taskNo, seq } = await send(ctx, { reportId, version })
  const also: number[] = []
  for (const copy of copies) also.push((await send(ctx, copy)).taskNo)
  return { taskNo, seq, submitted, at: ctx.now.toISOString(), also }
}
