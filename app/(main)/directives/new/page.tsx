import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { proposeMetadataAction, takeInDirectiveAction } from '@/app/(main)/directives/actions'
import { IntakeForm } from '@/components/directives/intake-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import { requireCtx } from '@/server/web/ctx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('directives.intake')
  return { title: t('title') }
}

export default async function IntakePage() {
  const { actor } = await requireCtx()
  if (!can(actor, 'directive.create')) notFound()
  const t = await getTranslations('directives')
  return (
    <ClientMessages namespaces={['directives', 'files']}>
      <div className="mx-auto max-w-[960px]">
        <PageHeader title={t('intake.title')} crumbs={[{ href: '/directives', label: t('title') }]} />
        <IntakeForm propose={proposeMetadataAction} takeIn={takeInDirectiveAction} />
      </div>
    </ClientMessages>
  )
}
