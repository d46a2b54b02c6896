import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NewRegisterForm } from '@/components/registers/new-register-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { mayPlan } from '@/server/registers/get-register'
import { findReadableTask } from '@/server/tasks/get-task'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { taskNoOf } from '../../task-no'
import { createRegisterAction } from '../actions'

type Props = { params: Promise<{ no: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('registers')
  return { title: t('newTitle', { no: taskNoOf((await params).no) }) }
}

export default async function NewRegisterPage({ params }: Props) {
  const [ctx, t, { no }] = await Promise.all([requireCtx(), getTranslations('registers'), params])
  const task = await orNotFound(findReadableTask(ctx, taskNoOf(no)))
  if (!mayPlan(ctx, task) || task.dispatchedAt === null) notFound()
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('newTitle', { no: task.no })}
        crumbs={[{ href: `/tasks/T${task.no}#registers`, label: `T${task.no} ${task.title}` }]}
      />
      <ClientMessages namespaces={['registers']}>
        <NewRegisterForm
          task={{ id: task.id, no: task.no }}
          action={createRegisterAction}
          zone={ctx.settings.zone}
          idempotencyKey={crypto.randomUUID()}
        />
      </ClientMessages>
    </div>
  )
}
