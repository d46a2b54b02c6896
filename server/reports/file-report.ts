import { z } from 'zod'
import { missingForStraightSubmission } from '@/domain/reports/lifecycle'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadReport } from '@/server/reports/load-report'
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
 * Refused once where nine tenths of the text are the last report's, unless that was shown before.
 */
export async function fileReport(
  ctx: Ctx,
  input: z.output<typeof fileReportSchema>,
): Promise<{ taskNo: number; seq: number; submitted: boolean; at: string }> {
  const { sameSeen, ...draft } = input
  const { reportId, version, sameAsLast } = await saveReportDraft(ctx, draft, { strict: true })
  if (sameAsLast !== null && !sameSeen) failRefused('report.same_text', { share: sameAsLast })
  const { report, facts } = await loadReport(ctx, reportId)
  const straight = missingForStraightSubmission(report, ctx.actor.personId).length === 0
  const submitted = straight && can(ctx.actor, 'report.sign_off', facts)
  const { taskNo, seq } = submitted
    ? await submitReport(ctx, { reportId, version })
    : await sendReportForSignoff(ctx, { reportId, version })
  return { taskNo, seq, submitted, at: ctx.now.toISOString() }
}
