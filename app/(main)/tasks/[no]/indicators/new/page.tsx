import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IndicatorForm } from '@/components/indicators/indicator-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { getIndicatorForm } from '@/server/indicators/get-indicator-form'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { taskNoOf } from '../../task-no'
import { setUpIndicatorAction } from '../actions'

type Props = { params: Promise<{ no: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('indicators')
  return { title: t('newTitle', { no: taskNoOf((await params).no) }) }
}

export default async function NewIndicatorPage({ params }: Props) {
  const [ctx, t, { no }] = await Promise.all([requireCtx(), getTranslations('indicators'), params])
  const { task, registers } = await orNotFound(getIndicatorForm(ctx, taskNoOf(no), null))
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('newTitle', { no: task.no })}
        crumbs={[{ href: `/tasks/T${task.no}#indicators`, label: `T${task.no} ${task.title}` }]}
      />
      <ClientMessages namespaces={['indicators', 'tasks', 'date']}>
        <IndicatorForm
          {...{ task, registers, indicator: null, action: setUpIndicatorAction }}
          zone={ctx.settings.zone}
          idempotencyKey={crypto.randomUUID()}
        />
      </ClientMessages>
    </div>
  )
}
