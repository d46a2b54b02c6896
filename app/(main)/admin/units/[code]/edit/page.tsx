import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { editUnitFields } from '@/components/org/admin-unit-fields'
import { PageHeader } from '@/components/shared/page-header'
import { newId } from '@/lib/new-id'
import { getAdminUnit } from '@/server/org/list-admin-units'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText } from '../../../params'
import { editUnitAction } from '../../actions'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('units')
  return { title: t('edit') }
}

export default async function EditUnitPage({ params }: Props) {
  const [ctx, { code }, t] = await Promise.all([requireCtx(), params, getTranslations('units')])
  const unit = await orNotFound(getAdminUnit(ctx, readText(code)))
  const name = ctx.locale === 'en' ? unit.nameEn : unit.name
  const href = `/admin/units/${unit.code}`
  return (
    <>
      <PageHeader
        title={t('form.editTitle', { unit: name })}
        crumbs={[
          { href: '/admin/units', label: t('title') },
          { href, label: name },
        ]}
      />
      <AdminForm
        action={editUnitAction}
        fields={editUnitFields(t, unit)}
        hidden={{ unitId: unit.id, version: unit.version }}
        idempotencyKey={newId()}
        submit={t('form.save')}
        cancelHref={href}
        zone={ctx.settings.zone}
      />
    </>
  )
}
