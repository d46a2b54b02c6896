import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { TimeText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { buttonClass, ButtonLink } from '@/components/ui/button'
import type { ExportList } from '@/server/exports/list-exports'

type Row = ExportList['rows'][number]
const KILOBYTE = 1024

/** 我的导出: what the person took out, how far it is, and the file while it is there. */
export function ExportListView({ list, paged }: { list: ExportList; paged: boolean }) {
  const t = useTranslations('exports')
  const columns: Column<Row>[] = [
    {
      key: 'file',
      label: t('list.file'),
      rowHeader: true,
      cell: ({ id, fileName, fetchable }) =>
        fetchable ? (
          <a href={`/api/exports/${id}`} download>
            {fileName}
          </a>
        ) : (
          fileName
        ),
    },
    { key: 'filter', label: t('list.filter'), cell: ({ filter }) => filter },
    { key: 'asked', label: t('list.asked'), nowrap: true, cell: ({ askedAt }) => <TimeText at={askedAt} /> },
    {
      key: 'rows',
      label: t('list.rows'),
      numeric: true,
      width: '96px',
      cell: ({ status, rows, total }) =>
        (status === 'ready' || status === 'removed' ? rows : total).toLocaleString('en'),
    },
    {
      key: 'size',
      label: t('list.size'),
      numeric: true,
      width: '96px',
      cell: ({ bytes }) => (bytes === null ? '—' : t('size', { kb: Math.ceil(bytes / KILOBYTE) })),
    },
    { key: 'status', label: t('list.status'), width: '240px', cell: (row) => <Standing row={row} /> },
  ]
  return (
    <>
      <p className="pb-3 text-muted">{t('keeps')}</p>
      {list.rows.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <DataTable caption={t('caption')} columns={columns} rows={list.rows} rowKey={(row) => row.id} />
      )}
      <nav className="flex gap-2 py-4">
        <a href="/exports" className={buttonClass()}>
          {t(paged ? 'newest' : 'refresh')}
        </a>
        {list.older ? <ButtonLink href={`/exports?before=${list.older}`}>{t('older')}</ButtonLink> : null}
      </nav>
    </>
  )
}

function Standing({ row }: { row: Row }) {
  const t = useTranslations('exports.status')
  const { status, expiresAt } = row
  if (row.fetchable && expiresAt) return t.rich('ready', { at: () => <TimeText at={expiresAt} /> })
  if (status === 'ready') return t('removed')
  if (status === 'running') return t('running', { rows: row.rows, total: row.total })
  return t(status)
}
