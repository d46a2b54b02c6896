import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ReviewDesk } from '@/components/reports/review-desk'
import { can } from '@/domain/permissions/policy'
import { textDifference } from '@/domain/reports/text-difference'
import { getReviewDesk } from '@/server/reports/get-review-desk'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { reviewReportAction } from './actions'

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
  const { report } = desk
  return (
    <ReviewDesk
      desk={desk}
      difference={report?.last ? textDifference(report.last.done, report.done) : null}
      after={after}
      today={ctx.today}
      zone={ctx.settings.zone}
      idempotencyKey={crypto.randomUUID()}
      action={reviewReportAction}
    />
  )
}
