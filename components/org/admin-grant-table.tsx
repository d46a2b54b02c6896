import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import { Tag } from '@/components/ui/tag'
import type { AdminGrant } from '@/server/org/list-grants'
import { PeriodText } from './period-text'
import { useNamed } from './use-named'

/** Who holds which role at which unit, from when to when; each grant in force can be withdrawn. */
export function AdminGrantTable({ rows }: { rows: readonly AdminGrant[] }) {
  const t = useTranslations('roles')
  const roles = useTranslations('shell.roles')
  const named = useNamed()
  const columns: Column<AdminGrant>[] = [
    {
      key: 'person',
      label: t('person'),
      width: '240px',
      rowHeader: true,
      cell: ({ person }) => (
        <>
          <b>{named(person)}</b> <span className="font-mono text-muted">{person.account}</span>{' '}
          {person.status === 'left' ? <Tag>{t('left')}</Tag> : null}
        </>
      ),
    },
    { key: 'role', label: t('role'), width: '180px', cell: ({ role }) => roles(role) },
    { key: 'unit', label: t('unit'), cell: ({ unit }) => named(unit) },
    {
      key: 'dates',
      label: t('dates'),
      width: '240px',
      cell: ({ validFromOn, validToOn, state }) => (
        <>
          <PeriodText from={validFromOn} to={validToOn} />{' '}
          {state === 'planned' ? <Tag>{t('planned')}</Tag> : null}
        </>
      ),
    },
    {
      key: 'act',
      label: t('act'),
      width: '96px',
      cell: ({ id, state, person, role }) =>
        state === 'ended' ? null : (
          <Link
            href={`/admin/roles/${id}`}
            aria-label={t('withdrawOf', { person: named(person), role: roles(role) })}
            className="inline-flex min-h-6 items-center max-md:min-h-11"
          >
            {t('withdraw')}
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
      minWidth="960px"
    />
  )
}
