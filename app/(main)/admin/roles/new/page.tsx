import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { grantFields } from '@/components/org/admin-grant-fields'
import { PageHeader } from '@/components/shared/page-header'
import { can } from '@/domain/permissions/policy'
import { newId } from '@/lib/new-id'
import { requireCtx } from '@/server/web/ctx'
import { grantRoleAction, searchPeopleAction, searchUnitsAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roles.form')
  return { title: t('newTitle') }
}

const SEARCH = { people: searchPeopleAction, units: searchUnitsAction }

export default async function GrantPage() {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'role.grant')) notFound()
  const [t, roleName, admin] = await Promise.all([
    getTranslations('roles'),
    getTranslations('shell.roles'),
    getTranslations('admin'),
  ])
  return (
    <>
      <PageHeader title={t('form.newTitle')} crumbs={[{ href: '/admin/roles', label: t('title') }]} />
      <div className="max-w-[680px] border-s-4 px-4 text-muted">
        <h2 className="text-ui font-semibold">{t('form.rules')}</h2>
        <p>{t('form.ruleAdmins')}</p>
        <p>{t('form.ruleUnits')}</p>
      </div>
      <AdminForm
        action={grantRoleAction}
        fields={grantFields(t, roleName, admin, SEARCH, ctx.today)}
        idempotencyKey={newId()}
        submit={t('form.grant')}
        cancelHref="/admin/roles"
        zone={ctx.settings.zone}
      />
    </>
  )
}
