import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SignoffPage } from '@/components/reports/signoff-page'
import { textDifference } from '@/domain/reports/text-difference'
import { getSignoff } from '@/server/reports/list-signoffs'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { sendReportBackAction, submitReportAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports.signoff')
  return { title: t('title') }
}

export default async function SignReportPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireCtx()
  const id = z.uuid().safeParse((await params).id)
  if (!id.success) notFound()
  const data = await orNotFound(getSignoff(ctx, id.data))
  const { last, done } = data.report
  return (
    <SignoffPage
      data={data}
      difference={last ? textDifference(last.done, done) : null}
      today={ctx.today}
      idempotencyKey={crypto.randomUUID()}
      actions={{ sign: submitReportAction, sendBack: sendReportBackAction }}
    />
  )
}
