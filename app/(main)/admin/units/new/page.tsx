import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { newUnitFields } from '@/components/org/admin-unit-fields'
import { PageHeader } from '@/components/shared/page-header'
import { kindsBelow } from '@/domain/org/unit-tree'
import { newId } from '@/lib/new-id'
import { firstDayBelow, getAdminUnit, listTopUnits } from '@/server/org/list-admin-units'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../../params'
import { createUnitAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('units.form')
  return { title: t('newTitle') }
}

export default async function NewUnitPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query] = await Promise.all([requireCtx(), searchParams])
  const below = readText(query.below)
  const [t, kindName, parent, tops] = await Promise.all([
    getTranslations('units'),
    getTranslations('admin.kinds'),
    below ? orNotFound(getAdminUnit(ctx, below)) : null,
    orNotFound(listTopUnits(ctx, false)),
  ])
  const hasMinistry = tops.some(({ kind }) => kind === 'ministry')
  const kinds = kindsBelow(parent?.kind ?? null).filter((kind) => kind !== 'ministry' || !hasMinistry)
  if (kinds.length === 0) notFound()
  const name = ctx.locale === 'en' ? parent?.nameEn : parent?.name
  return (
    <>
      <PageHeader
        title={name ? t('form.newBelowTitle', { unit: name }) : t('form.newTitle')}
        crumbs={[{ href: '/admin/units', label: t('title') }]}
      />
      <AdminForm
        action={createUnitAction}
        fields={newUnitFields(t, kindName, kinds, firstDayBelow(ctx, parent))}
        hidden={{ parentId: parent?.id ?? '' }}
        idempotencyKey={newId()}
        submit={t('form.create')}
        cancelHref={parent ? `/admin/units/${parent.code}` : '/admin/units'}
        zone={ctx.settings.zone}
      />
    </>
  )
}
