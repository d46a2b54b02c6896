import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import { TimeText } from '@/components/shared/date-text'
import type { LiveSession } from '@/server/org/list-live-sessions'
import { useDeviceName } from './use-device-name'
import { useNamed } from './use-named'

/** Who is signed in where; each leads to where it is ended. */
export function AdminSessionTable({ rows, today }: { rows: readonly LiveSession[]; today: string }) {
  const t = useTranslations('sessions')
  const named = useNamed()
  const deviceName = useDeviceName()
  const columns: Column<LiveSession>[] = [
    {
      key: 'person',
      label: t('person'),
      width: '220px',
      rowHeader: true,
      cell: ({ person }) => (
        <>
          <b>{named(person)}</b> <span className="font-mono text-muted">{person.account}</span>
        </>
      ),
    },
    {
      key: 'device',
      label: t('device'),
      cell: (row) => (
        <>
          {deviceName(row.userAgent)}
          {row.current ? <span className="ms-2 text-muted">{t('current')}</span> : null}
        </>
      ),
    },
    { key: 'address', label: t('address'), width: '160px', cell: (row) => row.address || t('noAddress') },
    {
      key: 'startedAt',
      label: t('startedAt'),
      width: '130px',
      cell: (row) => <TimeText at={row.startedAt} today={today} />,
    },
    {
      key: 'seenAt',
      label: t('seenAt'),
      width: '130px',
      cell: (row) => <TimeText at={row.seenAt} today={today} />,
    },
    {
      key: 'end',
      label: t('end'),
      width: '80px',
      cell: ({ person, current }) =>
        current ? null : (
          <Link
            href={`/admin/sessions/${person.account}`}
            aria-label={t('endOf', { person: named(person) })}
            className="inline-flex min-h-6 items-center max-md:min-h-11"
          >
            {t('end')}
          </Link>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="900px"
    />
  )
}
