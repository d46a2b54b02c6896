import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DateText, TimeText } from '@/components/shared/date-text'
import { SummaryList, type SummaryRow } from '@/components/shared/summary-list'
import type { UnitChangeView } from '@/server/org/unit-change/list-unit-changes'
import { useNamed } from './use-named'

type Props = {
  change: UnitChangeView
  /** The reader may open the units. */ links: boolean
  today: string
}

/** What a change is: units, successors, day, who proposed and who decided, each with why. */
export function UnitChangeFacts({ change, links, today }: Props) {
  const t = useTranslations('unit_changes')
  const comma = useTranslations('admin')('listComma')
  const named = useNamed()
  const units = (list: UnitChangeView['from']) =>
    links ? (
      <span className="flex flex-wrap gap-x-3">
        {list.map((unit) => (
          <Link
            key={unit.id}
            href={`/admin/units/${unit.code}`}
            className="inline-flex min-h-6 items-center max-md:min-h-11"
          >
            {named(unit)}
          </Link>
        ))}
      </span>
    ) : (
      list.map(named).join(comma)
    )
  const by = (person: { name: string; nameEn: string } | null, at: string | null) =>
    person && at
      ? t.rich('byAt', {
          by: named(person),
          at: () => <TimeText at={at} today={today} />,
          b: (chunks) => <b>{chunks}</b>,
        })
      : null
  const rows: (SummaryRow | null)[] = [
    { key: 'from', label: t(`from.${change.kind}`), value: units(change.from) },
    change.to.length > 0 ? { key: 'to', label: t('successors'), value: units(change.to) } : null,
    change.parent ? { key: 'parent', label: t('parent'), value: named(change.parent) } : null,
    change.names ? { key: 'names', label: t('newName'), value: named(change.names) } : null,
    { key: 'on', label: t('effectiveOn'), value: <DateText on={change.effectiveOn} /> },
    change.chosen > 0
      ? { key: 'chosen', label: t('chosen'), value: t('chosenCount', { count: change.chosen }) }
      : null,
    { key: 'reason', label: t('reason'), value: change.reason },
    { key: 'proposed', label: t('proposedBy'), value: by(change.proposedBy, change.proposedAt) },
    change.decidedBy
      ? { key: 'decided', label: t('decidedBy'), value: by(change.decidedBy, change.decidedAt) }
      : null,
    change.decisionReason ? { key: 'why', label: t('decisionReason'), value: change.decisionReason } : null,
    change.effectedAt
      ? { key: 'effected', label: t('effectedAt'), value: <TimeText at={change.effectedAt} today={today} /> }
      : null,
  ]
  return <SummaryList rows={rows.filter((row) => row !== null)} ruled className="max-w-[880px]" />
}
