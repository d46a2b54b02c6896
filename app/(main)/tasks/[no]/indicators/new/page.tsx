import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { IndicatorForm } from '@/components/indicators/indicator-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { getIndicatorForm } from '@/server/indicators/get-indicator-form'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { taskNoOf } from '../../task-no'
import { setUpIndicatorAction } from '../actions'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const words = z.string().max(120).catch('')

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const t = await getTranslations('indicators')
  return { title: t('newTitle', { no: taskNoOf((await params).no) }) }
}

export default async function NewIndicatorPage({ params, searchParams }: Props) {
  const [ctx, t, { no }, query] = await Promise.all([
    requireCtx(),
    getTranslations('indicators'),
    params,
    searchParams,
  ])
  const start = {
    name: words.parse(query.name),
    target: words.parse(query.target),
    measure: words.parse(query.measure),
  }
  const { task, registers } = await orNotFound(getIndicatorForm(ctx, taskNoOf(no), null))
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('newTitle', { no: task.no })}
        crumbs={[{ href: `/tasks/T${task.no}#indicators`, label: `T${task.no} ${task.title}` }]}
      />
      <ClientMessages namespaces={['indicators', 'tasks', 'date']}>
        <IndicatorForm
          {...{ task, registers, indicator: null, start, action: setUpIndicatorAction }}
          zone={ctx.settings.zone}
          idempotencyKey={crypto.randomUUID()}
        />
      </ClientMessages>
    </div>
  )
}
