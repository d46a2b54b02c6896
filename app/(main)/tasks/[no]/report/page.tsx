import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ReportPage } from '@/components/reports/report-page'
import { getComposer } from '@/server/reports/get-composer'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import * as actions from './actions'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ assignment?: string | string[] }>
}

const assignmentOf = z.uuid().nullable().catch(null)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('reports.compose'), params])
  return { title: t('titleFor', { no: no.replace(/^t/i, '') }) }
}

export default async function ReportComposerPage({ params, searchParams }: Props) {
  const ctx = await requireCtx()
  const digits = /^t?(\d{1,9})$/i.exec((await params).no)?.[1] ?? notFound()
  const { assignment } = await searchParams
  const data = await orNotFound(getComposer(ctx, Number(digits), assignmentOf.parse(assignment ?? null)))
  return (
    <ReportPage
      data={data}
      today={ctx.today}
      zone={ctx.settings.zone}
      idempotencyKey={crypto.randomUUID()}
      withdraw={actions.withdrawReportAction}
      actions={{
        save: actions.saveReportDraftAction,
        current: actions.readCurrentDraftAction,
        send: actions.fileReportAction,
        discard: actions.discardReportDraftAction,
        detach: actions.detachEvidenceAction,
        reference: actions.attachReferenceAction,
        reuse: actions.reuseEvidenceAction,
        merge: actions.mergeReportsBelowAction,
        known: actions.listKnownEvidenceAction,
      }}
    />
  )
}
