import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { Tag } from '@/components/ui/tag'
import type { UnitChangeRow } from '@/server/org/unit-change/list-unit-changes'
import { useNamed } from './use-named'

/** Changes of units with what they concern, from when, and how far they are. */
export function UnitChangeTable({ rows }: { rows: readonly UnitChangeRow[] }) {
  const t = useTranslations('unit_changes')
  const comma = useTranslations('admin')('listComma')
  const named = useNamed()
  const columns: Column<UnitChangeRow>[] = [
    {
      key: 'no',
      label: t('kind'),
      width: '180px',
      rowHeader: true,
      cell: ({ no, kind }) => (
        <Link
          href={`/admin/changes/${no}`}
          className="inline-flex min-h-6 items-center font-semibold max-md:min-h-11"
        >
          {t('no', { no })} {t(`kinds.${kind}`)}
        </Link>
      ),
    },
    { key: 'units', label: t('units'), cell: ({ from }) => from.map(named).join(comma) },
    {
      key: 'to',
      label: t('becomes'),
      cell: ({ to, names, parent }) =>
        names ? named(names) : parent ? t('under', { unit: named(parent) }) : to.map(named).join(comma),
    },
    {
      key: 'on',
      label: t('effectiveOn'),
      width: '140px',
      cell: ({ effectiveOn }) => <DateText on={effectiveOn} />,
    },
    {
      key: 'status',
      label: t('status'),
      width: '170px',
      cell: ({ status }) => (
        <Tag tone={status === 'proposed' ? 'gap' : 'plain'}>{t(`statuses.${status}`)}</Tag>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      minWidth="860px"
    />
  )
}
