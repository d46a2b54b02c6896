import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminUnitActs, AdminUnitBelow } from '@/components/org/admin-unit-acts'
import { AdminUnitFacts } from '@/components/org/admin-unit-facts'
import { DoneNote } from '@/components/org/done-note'
import { PageHeader } from '@/components/shared/page-header'
import { Tag } from '@/components/ui/tag'
import { isInEffect } from '@/domain/org/unit'
import { getAdminUnit } from '@/server/org/list-admin-units'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../../params'

type Props = { params: Promise<{ code: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [ctx, { code }] = await Promise.all([requireCtx(), params])
  const unit = await orNotFound(getAdminUnit(ctx, readText(code)))
  return { title: ctx.locale === 'en' ? unit.nameEn : unit.name }
}

export default async function UnitPage({ params, searchParams }: Props) {
  const [ctx, { code }, query] = await Promise.all([requireCtx(), params, searchParams])
  const [unit, t, kinds] = await Promise.all([
    orNotFound(getAdminUnit(ctx, readText(code))),
    getTranslations('units'),
    getTranslations('admin.kinds'),
  ])
  const english = ctx.locale === 'en'
  const nameOf = (one: { name: string; nameEn: string }) => (english ? one.nameEn : one.name)
  const crumbs = unit.above.map((one) => ({ href: `/admin/units/${one.code}`, label: nameOf(one) }))
  const done = `done.${readText(query.done)}`
  return (
    <>
      <PageHeader
        title={nameOf(unit)}
        meta={<Tag>{kinds(unit.kind)}</Tag>}
        crumbs={[{ href: '/admin/units', label: t('title') }, ...crumbs]}
        actions={<AdminUnitActs unit={unit} inEffect={isInEffect(unit, ctx.today)} />}
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      <AdminUnitFacts unit={unit} />
      <AdminUnitBelow unit={unit} today={ctx.today} />
    </>
  )
}
