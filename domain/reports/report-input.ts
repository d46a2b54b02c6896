// What a report and its review are read by. Apart from their words and limits, which forms need: a browser needs no parser.
import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { REPORT_KINDS } from './lifecycle'
import { REPORT_TEXT_LIMITS, RETURN_KINDS, VERIFICATION_BASES } from './report'

const text = (max: number) => z.string().trim().max(max, { error: 'report.text_too_long' }).default('')

/** Progress in whole points, 0 to 100. */
export const progressSchema = z
  .int({ error: 'report.progress_not_whole' })
  .min(0, { error: 'report.progress_out_of_range' })
  .max(100, { error: 'report.progress_out_of_range' })

/** A report while it is written: anything may still be empty. A completion may claim any progress. */
export const reportDraftSchema = z.object({
  kind: z.enum(REPORT_KINDS).default('progress'),
  claimedProgress: progressSchema,
  done: text(REPORT_TEXT_LIMITS.done),
  nextStep: text(REPORT_TEXT_LIMITS.nextStep),
  nextStepOn: localDateSchema.nullable().default(null),
  difficulty: text(REPORT_TEXT_LIMITS.difficulty),
  helpNeeded: text(REPORT_TEXT_LIMITS.helpNeeded),
})

/** What a report says. */
export type ReportDraft = z.infer<typeof reportDraftSchema>

/** A review: accepting sets the verified progress and says on what basis; returning says what kind of fault and why. */
export const reviewSchema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('accept'),
    verifiedProgress: progressSchema,
    basis: z.enum(VERIFICATION_BASES, { error: 'review.basis_missing' }),
    reason: text(REPORT_TEXT_LIMITS.reason),
  }),
  z.object({
    decision: z.literal('return'),
    returnKind: z.enum(RETURN_KINDS, { error: 'review.return_kind_missing' }),
    reason: z
      .string({ error: 'review.reason_missing' })
      .trim()
      .min(1, { error: 'review.reason_missing' })
      .max(REPORT_TEXT_LIMITS.reason, { error: 'report.text_too_long' }),
  }),
])

/** A decision on a report. */
export type ReviewDecision = z.infer<typeof reviewSchema>
