import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import type { AdminField } from '@/components/org/admin-field'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { GUIDANCE } from '@/domain/org/unit'
import { newId } from '@/lib/new-id'
import { getAdminUnit, listGuidable } from '@/server/org/list-admin-units'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText } from '../../../params'
import { setGuidanceAction } from '../../actions'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('units')
  return { title: t('setGuidance') }
}

export default async function GuidancePage({ params }: Props) {
  const [ctx, { code }, t] = await Promise.all([requireCtx(), params, getTranslations('units')])
  const unit = await orNotFound(getAdminUnit(ctx, readText(code)))
  if (!GUIDANCE[unit.kind]) notFound()
  const nameOf = (one: { name: string; nameEn: string }) => (ctx.locale === 'en' ? one.nameEn : one.name)
  const options = (await listGuidable(ctx)).map((one) => ({ value: one.id, label: nameOf(one) }))
  const values = unit.guides.map(({ id }) => id)
  const fields: AdminField[] = [
    { kind: 'checks', name: 'guidedIds', label: t('form.guided'), options, values },
  ]
  const href = `/admin/units/${unit.code}`
  const crumbs = [
    { href: '/admin/units', label: t('title') },
    { href, label: nameOf(unit) },
  ]
  return (
    <>
      <PageHeader title={t('form.guidanceTitle', { unit: nameOf(unit) })} crumbs={crumbs} />
      <p className="text-muted">{t('form.guidanceNote')}</p>
      {options.length === 0 ? (
        <EmptyState>{t('form.noProvinces')}</EmptyState>
      ) : (
        <AdminForm
          action={setGuidanceAction}
          fields={fields}
          hidden={{ unitId: unit.id, version: unit.version }}
          idempotencyKey={newId()}
          submit={t('form.saveGuidance')}
          cancelHref={href}
          zone={ctx.settings.zone}
        />
      )}
    </>
  )
}
