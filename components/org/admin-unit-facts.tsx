import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { SummaryList, type SummaryRow } from '@/components/shared/summary-list'
import type { AdminUnit } from '@/server/org/list-admin-units'
import { PeriodText } from './period-text'
import { useNamed } from './use-named'

type Ref = { code: string; name: string; nameEn: string }

/** What is known of a unit: all its names, its dates, whom it guides and who guides it. */
export function AdminUnitFacts({ unit }: { unit: AdminUnit }) {
  const t = useTranslations('units')
  const comma = useTranslations('admin')('listComma')
  const named = useNamed()
  const both = (name: string, short: string) => (name === short ? name : `${name}${comma}${short}`)
  const links = (units: readonly Ref[]) => (
    <span className="flex flex-wrap gap-x-3">
      {units.map((one) => (
        <Link
          key={one.code}
          href={`/admin/units/${one.code}`}
          className="inline-flex min-h-6 items-center max-md:min-h-11"
        >
          {named(one)}
        </Link>
      ))}
    </span>
  )
  const rows: (SummaryRow | null)[] = [
    { key: 'code', label: t('code'), value: <span className="font-mono">{unit.code}</span> },
    { key: 'name', label: t('name'), value: both(unit.name, unit.shortName) },
    { key: 'nameEn', label: t('nameEn'), value: both(unit.nameEn, unit.shortNameEn) },
    unit.aliases.length > 0 ? { key: 'aliases', label: t('aliases'), value: unit.aliases.join(comma) } : null,
    unit.formerNames.length > 0
      ? { key: 'former', label: t('formerNames'), value: unit.formerNames.join(comma) }
      : null,
    unit.duties ? { key: 'duties', label: t('duties'), value: unit.duties } : null,
    { key: 'dates', label: t('dates'), value: <PeriodText from={unit.validFromOn} to={unit.validToOn} /> },
    { key: 'people', label: t('people'), value: unit.people },
    unit.guides.length > 0 ? { key: 'guides', label: t('guides'), value: links(unit.guides) } : null,
    unit.guidedBy.length > 0 ? { key: 'guidedBy', label: t('guidedBy'), value: links(unit.guidedBy) } : null,
  ]
  return <SummaryList rows={rows.filter((row) => row !== null)} ruled className="max-w-[880px]" />
}
