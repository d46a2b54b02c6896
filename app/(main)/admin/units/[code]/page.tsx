import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminUnitFacts } from '@/components/org/admin-unit-facts'
import { AdminUnitTree } from '@/components/org/admin-unit-tree'
import { DoneNote } from '@/components/org/done-note'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { Tag } from '@/components/ui/tag'
import { ButtonLink } from '@/components/ui/button'
import { GUIDANCE, isInEffect } from '@/domain/org/unit'
import { kindsBelow } from '@/domain/org/unit-tree'
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
  const inEffect = isInEffect(unit, ctx.today)
  const href = `/admin/units/${unit.code}`
  return (
    <>
      <PageHeader
        title={nameOf(unit)}
        meta={<Tag>{kinds(unit.kind)}</Tag>}
        crumbs={[{ href: '/admin/units', label: t('title') }, ...crumbs]}
        actions={
          <>
            <ButtonLink href={`${href}/edit`}>{t('edit')}</ButtonLink>
            {inEffect && unit.kind !== 'ministry' ? (
              <ButtonLink href={`/admin/changes/new?unit=${unit.code}`}>{t('change')}</ButtonLink>
            ) : null}
            {inEffect && GUIDANCE[unit.kind] ? (
              <ButtonLink href={`${href}/guidance`}>{t('setGuidance')}</ButtonLink>
            ) : null}
            {inEffect && kindsBelow(unit.kind).length > 0 ? (
              <ButtonLink href={`/admin/units/new?below=${unit.code}`}>{t('addBelow')}</ButtonLink>
            ) : null}
          </>
        }
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      <AdminUnitFacts unit={unit} />
      {kindsBelow(unit.kind).length > 0 ? (
        <Section id="below" title={t('children')} note={unit.children.length} look="page">
          {unit.children.length === 0 ? (
            <p className="py-2 text-muted">{t('noChildren')}</p>
          ) : (
            <AdminUnitTree units={unit.children} today={ctx.today} label={t('children')} />
          )}
        </Section>
      ) : null}
    </>
  )
}
