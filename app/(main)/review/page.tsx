import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ReviewDesk } from '@/components/reports/review-desk'
import { can } from '@/domain/permissions/policy'
import { getReviewDesk } from '@/server/reports/get-review-desk'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import {
  correctReviewAction,
  handOverReviewAction,
  reviewReportAction,
  snoozeReviewAction,
  takeBackReviewAction,
} from './actions'

const idOf = z.uuid().nullable().catch(null)

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title') }
}

type Props = { searchParams: Promise<{ report?: string | string[]; after?: string | string[] }> }

export default async function ReviewPage({ searchParams }: Props) {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'report.review')) notFound()
  const query = await searchParams
  const after = idOf.parse(query.after ?? null)
  const desk = await orNotFound(getReviewDesk(ctx, { after, reportId: idOf.parse(query.report ?? null) }))
  return (
    <ReviewDesk
      desk={desk}
      after={after}
      today={ctx.today}
      zone={ctx.settings.zone}
      newKey={() => crypto.randomUUID()}
      actions={{
        decide: reviewReportAction,
        correct: correctReviewAction,
        snooze: snoozeReviewAction,
        handOver: handOverReviewAction,
        takeBack: takeBackReviewAction,
      }}
    />
  )
}
