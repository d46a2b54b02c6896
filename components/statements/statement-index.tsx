import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { StatusTag } from '@/components/shared/status-tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Tabs } from '@/components/ui/tabs'
import { STATEMENT_VIEWS, statementsHref, type StatementAddress } from '@/domain/statements/list-address'
import type { AllStatements } from '@/server/statements/list-all-statements'
import { StatementFilters } from './statement-filters'

type Row = AllStatements['rows'][number]
type Named = { name: string; nameEn: string } | null
type Props = { list: AllStatements; address: StatementAddress; draws: boolean }

/** All statements that a person reads: statuses as views with how many there are, the table and its pages; or why there is nothing. */
export function StatementIndex({ list, address, draws }: Props) {
  const t = useTranslations('statements')
  const { view, directive, unit } = address
  const filter = { view, directive, unit }
  return (
    <>
      <Tabs
        label={t('list.views')}
        items={STATEMENT_VIEWS.map((one) => ({
          href: statementsHref({ ...filter, view: one }),
          label: one === 'all' ? t('list.all') : t(`status.${one}`),
          count: list.sizes[one],
          current: one === view,
        }))}
      />
      <StatementFilters address={address} choices={list.choices} />
      {list.rows.length === 0 ? (
        <Nothing draws={draws} narrowed={view !== 'all' || directive !== null || unit !== null} />
      ) : (
        <>
          <Table rows={list.rows} />
          <Pager
            total={list.total}
            prevHref={list.newer ? statementsHref({ ...filter, before: Number(list.newer) }) : null}
            nextHref={list.older ? statementsHref({ ...filter, after: Number(list.older) }) : null}
          />
        </>
      )}
    </>
  )
}

function Nothing({ draws, narrowed }: { draws: boolean; narrowed: boolean }) {
  const t = useTranslations('statements.list')
  if (narrowed)
    return <EmptyState action={<Link href="/statements">{t('showAll')}</Link>}>{t('none')}</EmptyState>
  return <EmptyState>{t(draws ? 'firstDraw' : 'first')}</EmptyState>
}

function Table({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('statements')
  const { nameOf } = useTaskWords()
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      label: t('columns.unit'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link href={`/statements/${row.no}`} className="font-semibold">
            {t('name', { unit: nameOf(row.unit) })}
          </Link>{' '}
          <span className="text-note whitespace-nowrap text-muted">
            {t('no', { no: row.no })} · {t('seq', { seq: row.seq })}
          </span>
        </>
      ),
    },
    {
      key: 'directive',
      label: t('list.directive'),
      width: '28%',
      cell: ({ directive: { no, title, readable } }) =>
        readable ? (
          <Link href={`/directives/D${no}#statements`}>{`D${no} ${title}`}</Link>
        ) : (
          `D${no} ${title}`
        ),
    },
    {
      key: 'status',
      label: t('columns.status'),
      width: '160px',
      cell: (row) => (
        <>
          <StatusTag>{t(`status.${row.status}`)}</StatusTag>
          {row.status === 'sent_back' && row.sentBackReason ? (
            <span className="line-clamp-2 text-note text-muted">{row.sentBackReason}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'drawnUp',
      label: t('list.drawnUp'),
      width: '112px',
      nowrap: true,
      cell: (row) => <DateText on={row.drawnUpOn} />,
    },
    {
      key: 'signed',
      label: t('list.signed'),
      width: '136px',
      cell: (row) => <Signature by={row.signedBy} behalf={row.signedFor} on={row.signedOn} />,
    },
    {
      key: 'countersigned',
      label: t('list.countersigned'),
      width: '136px',
      cell: (row) => (
        <Signature by={row.countersignedBy} behalf={row.countersignedFor} on={row.countersignedOn} />
      ),
    },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

function Signature({ by, behalf, on }: { by: Named; behalf: Named; on: string | null }) {
  const t = useTranslations('statements')
  const { nameOf } = useTaskWords()
  if (!by || !on) return <DateText on={null} />
  const name = nameOf(by)
  return (
    <span className="grid">
      <span>{behalf ? t('facts.behalf', { name, other: nameOf(behalf) }) : name}</span>
      <span className="whitespace-nowrap text-muted">
        <DateText on={on} />
      </span>
    </span>
  )
}
