import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { deputyFields } from '@/components/org/deputy-fields'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import { newId } from '@/lib/new-id'
import { requireCtx } from '@/server/web/ctx'
import { nameDeputyAction, searchDeputiesAction, searchPostsAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deputies.form')
  return { title: t('title') }
}

export default async function NewDeputyPage() {
  const [ctx, t, admin] = await Promise.all([
    requireCtx(),
    getTranslations('deputies'),
    getTranslations('admin'),
  ])
  if (!can(ctx.actor, 'deputy.name')) notFound()
  return (
    <ClientMessages namespaces={['deputies', 'admin']}>
      <PageHeader title={t('form.title')} crumbs={[{ href: '/me/deputies', label: t('title') }]} />
      <AdminForm
        action={nameDeputyAction}
        fields={deputyFields(
          t,
          admin,
          { posts: searchPostsAction, deputies: searchDeputiesAction },
          ctx.today,
        )}
        idempotencyKey={newId()}
        submit={t('form.save')}
        cancelHref="/me/deputies"
        zone={ctx.settings.zone}
      />
    </ClientMessages>
  )
}
