import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DateText } from '@/components/shared/date-text'
import { Tag } from '@/components/ui/tag'
import type { AdminUnitRow } from '@/server/org/list-admin-units'
import { useNamed } from './use-named'

type Row = AdminUnitRow & { children?: readonly AdminUnitRow[] }

/** Units one under another, each a link to its page; what stands deeper is counted and lies one step further. */
export function AdminUnitTree({
  units,
  today,
  label,
}: {
  units: readonly Row[]
  today: string
  label: string
}) {
  return (
    <ul aria-label={label} className="border-t">
      {units.map((unit) => (
        <li key={unit.id}>
          <UnitLine unit={unit} today={today} open={Boolean(unit.children?.length)} />
          {unit.children?.length ? (
            <ul className="ms-4 border-s ps-4 max-sm:ms-1 max-sm:ps-3">
              {unit.children.map((child) => (
                <li key={child.id}>
                  <UnitLine unit={child} today={today} open={false} />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function UnitLine({ unit, today, open }: { unit: AdminUnitRow; today: string; open: boolean }) {
  const t = useTranslations('units')
  const kinds = useTranslations('admin.kinds')
  const named = useNamed()
  const ended = unit.validToOn !== null && unit.validToOn < today
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-0.5 border-b py-1 max-md:min-h-12">
      <Link
        href={`/admin/units/${unit.code}`}
        className="inline-flex min-h-6 items-center font-semibold max-md:min-h-11"
      >
        {named(unit)}
      </Link>
      <Tag>{kinds(unit.kind)}</Tag>
      <span className="font-mono text-note text-muted">{unit.code}</span>
      {!open && unit.below > 0 ? (
        <span className="text-muted">{t('below', { count: unit.below })}</span>
      ) : null}
      <span className="ms-auto text-note text-muted">
        {unit.validFromOn > today ? t.rich('begins', { on: () => <DateText on={unit.validFromOn} /> }) : null}
        {unit.validToOn === null
          ? null
          : t.rich(ended ? 'ended' : 'endsOn', { on: () => <DateText on={unit.validToOn} /> })}
      </span>
    </div>
  )
}
