import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { personFields } from '@/components/org/admin-person-fields'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import { newId } from '@/lib/new-id'
import { requireCtx } from '@/server/web/ctx'
import { createPersonAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.form')
  return { title: t('newTitle') }
}

export default async function NewUserPage() {
  const [ctx, t, common] = await Promise.all([
    requireCtx(),
    getTranslations('people'),
    getTranslations('common'),
  ])
  if (!can(ctx.actor, 'user.manage')) notFound()
  return (
    <>
      <PageHeader title={t('form.newTitle')} crumbs={[{ href: '/admin/users', label: t('title') }]} />
      <p className="max-w-[680px] text-muted">{t('newNote')}</p>
      <AdminForm
        action={createPersonAction}
        fields={personFields(t, common('optional'))}
        idempotencyKey={newId()}
        submit={t('form.create')}
        cancelHref="/admin/users"
        zone={ctx.settings.zone}
      />
    </>
  )
}
