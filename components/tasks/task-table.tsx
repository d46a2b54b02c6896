import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { ProgressPair } from '@/components/shared/progress-pair'
import { StatusTag } from '@/components/shared/status-tag'
import { Checkbox } from '@/components/ui/checkbox'
import type { LedgerSort } from '@/domain/tasks/ledger-cursor'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { ledgerHref } from '@/domain/tasks/ledger-filter'
import type { LedgerRow } from '@/server/tasks/list-tasks'
import { DueCell } from './due-cell'
import { NoData } from './no-data'
import { TaskLight } from './task-light'
import { useTaskWords } from './use-task-words'

type TaskTableProps = {
  filter: LedgerFilter
  rows: readonly LedgerRow[]
  total: number
  today: string
  urging: boolean
  /** Menus in the heads of the columns that can be filtered. */
  heads: Partial<Record<'light' | 'lead' | 'status', ReactNode>>
}

/** The ledger's rows; on a phone each is a card of four lines (screens.md §5). Sorting is a link. */
export function TaskTable({ filter, rows, total, today, urging, heads }: TaskTableProps) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const label = (key: Parameters<typeof t>[0]) => t(key)
  /** As high as the heads that are links, so that all stand on one line. */
  const plain = (text: string) => <span className="inline-flex min-h-6 items-center">{text}</span>
  const choosing = urging || rows.some((row) => row.acknowledge ?? row.closing)
  const columns: (Column<LedgerRow> | null)[] = [
    choosing
      ? {
          key: 'choose',
          label: label('columns.choose'),
          head: urging ? (
            <Checkbox data-choose-page="" label={t('choosePage')} hideLabel />
          ) : (
            <span className="sr-only">{label('columns.choose')}</span>
          ),
          width: '36px',
          card: 'bare',
          cell: (row) => (urging ? <ChooseTask row={row} /> : <Choose row={row} />),
        }
      : null,
    {
      key: 'light',
      label: label('columns.light'),
      head: heads.light,
      width: '160px',
      card: 'bare',
      cell: (row) => <TaskLight light={row.light} stacked />,
    },
    {
      key: 'no',
      label: label('columns.no'),
      sort: 'no',
      width: '56px',
      card: 'hide',
      nowrap: true,
      cell: (row) => <span className="text-muted">{t('number', { no: row.no })}</span>,
    },
    {
      key: 'title',
      label: label('columns.title'),
      head: plain(label('columns.title')),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link href={`/tasks/T${row.no}`} className="line-clamp-2 max-md:text-prose">
            <span className="text-muted md:hidden">{t('number', { no: row.no })} </span>
            {row.title}
          </Link>
          <span className="block truncate text-note text-muted" title={row.directive.title}>
            {row.directive.docNumber ?? row.directive.title}
          </span>
        </>
      ),
    },
    {
      key: 'lead',
      label: label('columns.lead'),
      head: heads.lead,
      width: '120px',
      cell: (row) =>
        row.lead ? (
          <>
            {words.nameOf(row.lead)}
            <span className="block text-note text-muted max-md:inline max-md:ps-2">
              {row.supporting > 0 ? t('supporting', { count: row.supporting }) : t('alone')}
            </span>
          </>
        ) : (
          <NoData />
        ),
    },
    {
      key: 'due',
      label: label('columns.due'),
      sort: 'due',
      width: '144px',
      cell: (row) => <DueCell row={row} today={today} />,
    },
    {
      key: 'progress',
      label: label('columns.progress'),
      head: plain(label('columns.progress')),
      width: '144px',
      card: 'hide',
      cell: (row) => <ProgressPair claimed={row.claimed} verified={row.verified} />,
    },
    {
      key: 'last',
      label: label('columns.last'),
      sort: 'last',
      width: '84px',
      card: 'hide',
      nowrap: true,
      cell: (row) =>
        row.lastReportOn ? (
          <DateText on={row.lastReportOn} look={sameYear(row.lastReportOn, today)} />
        ) : (
          <NoData />
        ),
    },
    {
      key: 'status',
      label: label('columns.status'),
      head: heads.status,
      width: '84px',
      card: 'hide',
      cell: (row) => <StatusTag>{t(`status.${row.status}`)}</StatusTag>,
    },
    {
      key: 'move',
      label: label('columns.move'),
      sort: 'move',
      width: '152px',
      cell: (row) =>
        row.move ? (
          <>
            {words.moveParty(row.move)}
            <span className="block text-note text-muted">{words.moveLine(row.move)}</span>
          </>
        ) : (
          <NoData />
        ),
    },
  ]
  return (
    <DataTable
      caption={t('caption', { view: t(`views.${filter.view}`), total, sort: t(`sorts.${filter.sort}`) })}
      columns={columns.filter((column) => column !== null)}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="1080px"
      sorting={{
        by: filter.sort,
        direction: filter.direction,
        href: (by, direction) => ledgerHref(filter, { sort: by as LedgerSort, direction }),
      }}
    />
  )
}

function ChooseTask({ row }: { row: LedgerRow }) {
  const t = useTranslations('tasks')
  return (
    <Checkbox
      className="max-md:float-end"
      name="chosen"
      value={`T${row.no}`}
      label={t('chooseOne', { no: row.no })}
      hideLabel
    />
  )
}

function Choose({ row }: { row: LedgerRow }) {
  const t = useTranslations('tasks')
  const chosen = row.acknowledge ?? row.closing
  if (!chosen) return null
  return (
    <Checkbox
      className="max-md:float-end"
      name="chosen"
      value={`${chosen.id}:${chosen.version}`}
      label={t('acknowledge.choose', { no: row.no })}
      hideLabel
    />
  )
}

function sameYear(on: string, today: string): 'short' | 'table' {
  return on.slice(0, 4) === today.slice(0, 4) ? 'short' : 'table'
}
