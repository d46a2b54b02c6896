'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { reviewReport, reviewReportSchema } from '@/server/reports/review-report'
import { defineAction } from '@/server/web/define-action'

/** The decision, and which report comes after it: '' goes back to the head of the queue. */
const decisionSchema = z
  .object({ next: z.union([z.uuid(), z.literal('')]).catch('') })
  .and(reviewReportSchema)

// The answer is the next report, in the same round trip.
export const reviewReportAction = defineAction(
  'review-report',
  decisionSchema,
  async (ctx, { next, ...decision }) => ({ ...(await reviewReport(ctx, decision)), next }),
  { after: ({ next }) => redirect(next ? `/review?report=${next}` : '/review') },
)
