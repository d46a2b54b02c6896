import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { withdrawFields } from '@/components/org/admin-grant-fields'
import { PeriodText } from '@/components/org/period-text'
import { PageHeader } from '@/components/shared/page-header'
import { SummaryList } from '@/components/shared/summary-list'
import { isId, newId } from '@/lib/new-id'
import { getGrant } from '@/server/org/list-grants'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { withdrawRoleAction } from '../actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roles.form')
  return { title: t('withdrawTitle') }
}

export default async function WithdrawPage({ params }: Props) {
  const [ctx, { id }, t] = await Promise.all([requireCtx(), params, getTranslations('roles')])
  if (!isId(id)) notFound()
  const [grant, roleName, admin] = await Promise.all([
    orNotFound(getGrant(ctx, id)),
    getTranslations('shell.roles'),
    getTranslations('admin'),
  ])
  if (grant.state === 'ended') notFound()
  const nameOf = (one: { name: string; nameEn: string }) => (ctx.locale === 'en' ? one.nameEn : one.name)
  const rows = [
    { key: 'person', label: t('person'), value: `${nameOf(grant.person)} ${grant.person.account}` },
    { key: 'role', label: t('role'), value: roleName(grant.role) },
    { key: 'unit', label: t('unit'), value: nameOf(grant.unit) },
    { key: 'dates', label: t('dates'), value: <PeriodText from={grant.validFromOn} to={grant.validToOn} /> },
  ]
  return (
    <>
      <PageHeader title={t('form.withdrawTitle')} crumbs={[{ href: '/admin/roles', label: t('title') }]} />
      <SummaryList rows={rows} ruled className="max-w-[680px]" />
      <AdminForm
        action={withdrawRoleAction}
        fields={withdrawFields(t, admin)}
        hidden={{ grantId: grant.id }}
        idempotencyKey={newId()}
        submit={t('form.withdraw')}
        variant="danger"
        cancelHref="/admin/roles"
        zone={ctx.settings.zone}
      />
    </>
  )
}
