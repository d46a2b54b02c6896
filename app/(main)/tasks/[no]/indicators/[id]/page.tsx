import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { DropIndicatorForm, IndicatorForm } from '@/components/indicators/indicator-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { getIndicatorForm } from '@/server/indicators/get-indicator-form'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { taskNoOf } from '../../task-no'
import { dropIndicatorAction, editIndicatorAction } from '../actions'

type Props = { params: Promise<{ no: string; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('indicators')
  return { title: t('editTitle') }
}

export default async function EditIndicatorPage({ params }: Props) {
  const [ctx, t, address] = await Promise.all([requireCtx(), getTranslations('indicators'), params])
  const id = z.uuid().safeParse(address.id)
  if (!id.success) notFound()
  const { task, registers, indicator } = await orNotFound(
    getIndicatorForm(ctx, taskNoOf(address.no), id.data),
  )
  if (!indicator) notFound()
  const form = { task, zone: ctx.settings.zone }
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={indicator.name}
        meta={t('editTitle')}
        crumbs={[{ href: `/tasks/T${task.no}#indicators`, label: `T${task.no} ${task.title}` }]}
      />
      <ClientMessages namespaces={['indicators', 'tasks', 'date']}>
        <IndicatorForm
          {...{ ...form, registers, indicator, action: editIndicatorAction }}
          idempotencyKey={crypto.randomUUID()}
        />
        <Section id="drop" title={t('form.drop')}>
          <DropIndicatorForm
            {...{ ...form, indicator, action: dropIndicatorAction }}
            idempotencyKey={crypto.randomUUID()}
          />
        </Section>
      </ClientMessages>
    </div>
  )
}
