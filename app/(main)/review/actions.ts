'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { correctReview, correctReviewSchema } from '@/server/reports/correct-review'
import { reviewReport, reviewReportSchema } from '@/server/reports/review-report'
import {
  handOverReview,
  handOverReviewSchema,
  snoozeReview,
  snoozeReviewSchema,
  takeBackReview,
  takeBackReviewSchema,
} from '@/server/reports/set-review-aside'
import { defineAction } from '@/server/web/define-action'

/** Which report comes after this one: '' goes back to the head of the queue. */
const onwards = z.object({ next: z.union([z.uuid(), z.literal('')]).catch('') })

// The answer is the next report, in the same round trip.
const goOn = { after: ({ next }: { next: string }) => redirect(next ? `/review?report=${next}` : '/review') }

export const reviewReportAction = defineAction(
  'review-report',
  onwards.and(reviewReportSchema),
  async (ctx, { next, ...decision }) => ({ ...(await reviewReport(ctx, decision)), next }),
  goOn,
)

export const snoozeReviewAction = defineAction(
  'snooze-review',
  onwards.and(snoozeReviewSchema),
  async (ctx, { next, ...input }) => ({ ...(await snoozeReview(ctx, input)), next }),
  goOn,
)

export const handOverReviewAction = defineAction(
  'hand-over-review',
  onwards.and(handOverReviewSchema),
  async (ctx, { next, ...input }) => ({ ...(await handOverReview(ctx, input)), next }),
  goOn,
)

export const takeBackReviewAction = defineAction('take-back-review', takeBackReviewSchema, takeBackReview)

export const correctReviewAction = defineAction('correct-review', correctReviewSchema, correctReview)
