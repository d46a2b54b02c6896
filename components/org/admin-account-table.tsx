import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import type { AdminAccount } from '@/server/org/list-accounts'
import { AccountState } from './account-state'
import { useNamed } from './use-named'

/** Accounts with what stands against signing in; each leads to where it is unlocked or reset. */
export function AdminAccountTable({ rows, today }: { rows: readonly AdminAccount[]; today: string }) {
  const t = useTranslations('accounts')
  const named = useNamed()
  const columns: Column<AdminAccount>[] = [
    {
      key: 'account',
      label: t('account'),
      width: '220px',
      rowHeader: true,
      cell: ({ account }) => (
        <Link
          href={`/admin/accounts/${account}`}
          className="inline-flex min-h-6 items-center font-mono font-semibold max-md:min-h-11"
        >
          {account}
        </Link>
      ),
    },
    { key: 'person', label: t('person'), width: '240px', cell: named },
    { key: 'state', label: t('state'), cell: (row) => <AccountState account={row} today={today} /> },
    {
      key: 'twoStep',
      label: t('twoStep'),
      width: '110px',
      cell: ({ hasTwoStep }) => (hasTwoStep ? t('twoStepOn') : null),
    },
    {
      key: 'sessions',
      label: t('sessions'),
      width: '120px',
      cell: (row) => t('sessionsCount', { count: row.sessions }),
    },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="860px"
    />
  )
}
