import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ExtensionPage } from '@/components/extensions/extension-page'
import { getExtensionForm } from '@/server/extensions/get-extension-form'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { discardExtensionDraftAction, fileExtensionAction, readNewDateAction } from './actions'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ assignment?: string | string[] }>
}

const assignmentOf = z.uuid().optional().catch(undefined)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('extensions.form'), params])
  return { title: t('titleFor', { no: no.replace(/^t/i, '') }) }
}

export default async function AskExtensionPage({ params, searchParams }: Props) {
  const ctx = await requireCtx()
  const digits = /^t?(\d{1,9})$/i.exec((await params).no)?.[1] ?? notFound()
  const assignment = assignmentOf.parse((await searchParams).assignment)
  const data = await orNotFound(getExtensionForm(ctx, Number(digits), assignment))
  return (
    <ExtensionPage
      data={data}
      today={ctx.today}
      zone={ctx.settings.zone}
      actions={{
        file: fileExtensionAction,
        read: readNewDateAction,
        discard: discardExtensionDraftAction,
      }}
    />
  )
}
