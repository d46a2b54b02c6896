import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { StatusTag } from '@/components/shared/status-tag'
import { Tag } from '@/components/ui/tag'
import type { DirectiveRow } from '@/server/directives/list-directives'
import { DirectiveCounts } from './directive-counts'

/** The list of directives: a row each, its tasks counted by light. */
export function DirectiveTable({ rows }: { rows: readonly DirectiveRow[] }) {
  const t = useTranslations('directives')
  const columns: Column<DirectiveRow>[] = [
    { key: 'no', label: t('list.columns.no'), cell: (row) => `D${row.no}`, width: '72px', nowrap: true },
    {
      key: 'title',
      label: t('list.columns.title'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link href={`/directives/D${row.no}`} className="font-semibold">
            {row.title}
          </Link>
          {row.urgency === 'none' ? null : (
            <Tag tone={row.urgency === 'extra_urgent' ? 'urgent' : 'plain'} className="ms-2">
              {t(`urgencies.${row.urgency}`)}
            </Tag>
          )}
          <span className="flex flex-wrap gap-x-3 text-note text-muted">
            {row.docNumber ? <span>{row.docNumber}</span> : null}
            {row.issuer ? <span>{row.issuer}</span> : null}
            <span>{t(`kinds.${row.kind}`)}</span>
          </span>
        </>
      ),
    },
    {
      key: 'issuedOn',
      label: t('list.columns.issuedOn'),
      width: '112px',
      nowrap: true,
      cell: (row) => <DateText on={row.issuedOn} />,
    },
    {
      key: 'tasks',
      label: t('list.columns.tasks'),
      width: '30%',
      cell: (row) => <DirectiveCounts no={row.no} counts={row.counts} />,
    },
    {
      key: 'status',
      label: t('list.columns.status'),
      width: '104px',
      cell: (row) => <StatusTag>{t(`statuses.${row.status}`)}</StatusTag>,
    },
  ]
  return (
    <DataTable caption={t('list.caption')} columns={columns} rows={rows} rowKey={(row) => String(row.no)} />
  )
}
