import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import { TimeText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { Disclosure } from '@/components/ui/disclosure'
import type { LogPage } from '@/server/audit/list-entries'
import type { SaidActor } from '@/server/audit/say-actors'
import type { SaidChange } from '@/server/audit/say-entries'

type LogRow = Omit<LogPage['rows'][number], 'changes'> & SaidActor & { changes: readonly SaidChange[] }

/** The log: number, second, who in which role, what, on which record, before → after, seal. */
export function LogTable({ rows, masked }: { rows: readonly LogRow[]; masked: boolean }) {
  const t = useTranslations('audit')
  const roles = useTranslations('shell.roles')
  const columns: Column<LogRow>[] = [
    {
      key: 'no',
      label: t('columns.no'),
      width: '76px',
      numeric: true,
      cell: (row) => (row.seal ? row.seal.no : <span className="text-muted">{t('unsealed')}</span>),
    },
    { key: 'at', label: t('columns.at'), width: '156px', cell: (row) => <TimeText at={row.at} seconds /> },
    {
      key: 'actor',
      label: t('columns.actor'),
      width: '180px',
      cell: (row) => (
        <>
          {row.who}
          {row.actorKind !== 'system' && row.who !== row.actorName ? (
            <span className="ms-1 text-note text-muted">{row.actorName}</span>
          ) : null}
          <span className="block text-note text-muted">
            {[row.whoUnit, row.actorRole ? roles(row.actorRole) : null].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'event',
      label: t('columns.event'),
      width: '216px',
      rowHeader: true,
      cell: (row) => (
        <>
          <b>{t(`events.${row.event}`)}</b>
          <span className="block font-mono text-note text-muted">{row.event}</span>
        </>
      ),
    },
    {
      key: 'record',
      label: t('columns.record'),
      width: '220px',
      cell: (row) =>
        row.record ? (
          <>
            <Link href={row.record.href} className="inline-flex min-h-6 items-center">
              {row.record.name}
            </Link>
            <span className="block text-note text-muted">{row.record.title}</span>
          </>
        ) : (
          <span className="text-note text-muted">
            {t.has(`entities.${row.entity}`) ? t(`entities.${row.entity}`) : row.entity}{' '}
            <span className="font-mono">{row.entityId.slice(0, 8)}</span>
          </span>
        ),
    },
    {
      key: 'changes',
      label: t('columns.changes'),
      cell: (row) => <Changes row={row} masked={masked} />,
    },
  ]
  if (rows.length === 0) return <EmptyState>{t('empty')}</EmptyState>
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="1100px"
    />
  )
}

function Changes({ row, masked }: { row: LogRow; masked: boolean }) {
  const t = useTranslations('audit')
  return (
    <>
      {row.erased ? <p className="text-muted">{t('erased')}</p> : null}
      {masked ? (
        <p className="text-note text-muted">
          {row.changes.map((change) => change.name).join(t('comma'))}{' '}
          {row.changes.length > 0 ? t('masked') : null}
        </p>
      ) : (
        <dl className="text-note">
          {row.changes.map(({ field, name, before, after }) => (
            <div key={field} className="flex flex-wrap gap-x-2">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 break-words">
                {before === null ? null : <s className="text-muted">{clip(before)}</s>}
                {before === null ? null : ' → '}
                {after === null ? t('nothing') : clip(after)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Disclosure summary={t('whole')} className="text-note">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono break-all">
          {(
            [
              ['id', row.id],
              ['address', row.address || t('loopback')],
              ['entityId', row.entityId],
              ['beforeHash', row.beforeHash],
              ['afterHash', row.afterHash],
              ['seal', row.seal?.hash ?? t('unsealed')],
            ] as const
          ).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{t(`details.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  )
}

const LONGEST = 200

/** Long values are cut in the table; the record itself is whole. */
function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
