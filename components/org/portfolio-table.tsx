import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { ClientMessages } from '@/components/shared/client-messages'
import { DataTable, type Column } from '@/components/shared/data-table'
import { EmptyState } from '@/components/shared/empty-state'
import { ButtonLink } from '@/components/ui/button'
import { newId } from '@/lib/new-id'
import type { listPortfolioChoices, Portfolio } from '@/server/org/list-portfolios'
import { AdminForm } from './admin-form'
import type { AdminField } from './admin-field'
import { useNamed } from './use-named'

/** 分管: each leader with the units and directives that the leader is in charge of. */
export function PortfolioTable({ rows }: { rows: readonly Portfolio[] }) {
  const t = useTranslations('portfolios')
  const nameOf = useNamed()
  if (rows.length === 0) return <EmptyState>{t('noLeaders')}</EmptyState>
  const columns: Column<Portfolio>[] = [
    { key: 'leader', label: t('leader'), rowHeader: true, width: '20%', cell: (row) => nameOf(row) },
    {
      key: 'units',
      label: t('units'),
      cell: (row) => row.units.map((one) => nameOf(one)).join(t('comma')) || t('none'),
    },
    {
      key: 'directives',
      label: t('directives'),
      cell: (row) => row.directives.map((one) => `D${one.no} ${one.title}`).join(t('comma')) || t('none'),
    },
    {
      key: 'act',
      label: t('act'),
      width: '96px',
      cell: (row) => (
        <ButtonLink
          href={`/settings/portfolios?leader=${row.id}`}
          size="s"
          aria-label={t('setFor', { name: nameOf(row) })}
        >
          {t('set')}
        </ButtonLink>
      ),
    },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

type FormProps = {
  portfolio: Portfolio
  mark: string
  choices: Awaited<ReturnType<typeof listPortfolioChoices>>
  zone: string
  action: ComponentProps<typeof AdminForm<{ personId: string }>>['action']
}

/** The portfolio of one leader, as ticks. */
export function PortfolioForm({ portfolio, mark, choices, zone, action }: FormProps) {
  const t = useTranslations('portfolios')
  const nameOf = useNamed()
  const fields: AdminField[] = [
    {
      kind: 'checks',
      name: 'unitIds',
      label: t('units'),
      options: choices.units.map((one) => ({ value: one.id, label: nameOf(one) })),
      values: portfolio.units.map((one) => one.id),
    },
    ...(choices.directives.length > 0
      ? [
          {
            kind: 'checks' as const,
            name: 'directiveIds',
            label: t('directives'),
            options: choices.directives.map((one) => ({ value: one.id, label: `D${one.no} ${one.title}` })),
            values: portfolio.directives.map((one) => one.id),
          },
        ]
      : []),
  ]
  return (
    <>
      <h2 className="text-section">{t('setFor', { name: nameOf(portfolio) })}</h2>
      <ClientMessages namespaces={['portfolios']}>
        <AdminForm
          action={action}
          fields={fields}
          hidden={{ personId: portfolio.id, mark }}
          idempotencyKey={newId()}
          submit={t('save')}
          cancelHref="/settings/portfolios"
          zone={zone}
        />
      </ClientMessages>
    </>
  )
}
