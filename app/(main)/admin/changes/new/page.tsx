import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { UnitChangeForm } from '@/components/org/unit-change-form'
import { PageHeader } from '@/components/shared/page-header'
import { Tabs } from '@/components/ui/tabs'
import { UNIT_CHANGE_KINDS } from '@/domain/org/unit-change'
import { can } from '@/domain/permissions/policy'
import { newId } from '@/lib/new-id'
import { getAdminUnit } from '@/server/org/list-admin-units'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readChoice, readText, type SearchParams } from '../../params'
import { checkUnitChangeAction, proposeUnitChangeAction, searchUnitsAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unit_changes')
  return { title: t('add') }
}

export default async function NewChangePage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('unit_changes')])
  if (!can(ctx.actor, 'org.manage')) notFound()
  const kind = readChoice(query.kind, ['merge', 'split', 'move', 'rename'])
  const code = readText(query.unit)
  const unit = code ? await orNotFound(getAdminUnit(ctx, code)) : null
  const items = UNIT_CHANGE_KINDS.toReversed().map((one) => ({
    href: `/admin/changes/new?kind=${one}${code ? `&unit=${code}` : ''}`,
    label: t(`kinds.${one}`),
    current: one === kind,
  }))
  return (
    <>
      <PageHeader title={t('add')} crumbs={[{ href: '/admin/changes', label: t('title') }]} />
      <Tabs label={t('kind')} items={items} />
      <UnitChangeForm
        key={kind}
        kind={kind}
        unit={unit && { id: unit.id, label: ctx.locale === 'en' ? unit.nameEn : unit.name }}
        check={checkUnitChangeAction}
        save={proposeUnitChangeAction}
        search={searchUnitsAction}
        today={ctx.today}
        idempotencyKey={newId()}
        zone={ctx.settings.zone}
      />
    </>
  )
}
