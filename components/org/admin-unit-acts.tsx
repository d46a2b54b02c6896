import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import { GUIDANCE } from '@/domain/org/unit'
import { kindsBelow } from '@/domain/org/unit-tree'
import type { AdminUnit } from '@/server/org/list-admin-units'
import { AdminUnitTree } from './admin-unit-tree'

/** What can be done with a unit; what is over can only be corrected. */
export function AdminUnitActs({ unit, inEffect }: { unit: AdminUnit; inEffect: boolean }) {
  const t = useTranslations('units')
  const href = `/admin/units/${unit.code}`
  return (
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
  )
}

/** The units right below one that can have any. */
export function AdminUnitBelow({ unit, today }: { unit: AdminUnit; today: string }) {
  const t = useTranslations('units')
  if (kindsBelow(unit.kind).length === 0) return null
  return (
    <Section id="below" title={t('children')} note={unit.children.length} look="page">
      {unit.children.length === 0 ? (
        <p className="py-2 text-muted">{t('noChildren')}</p>
      ) : (
        <AdminUnitTree units={unit.children} today={today} label={t('children')} />
      )}
    </Section>
  )
}
