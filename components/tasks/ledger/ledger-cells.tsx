import { PanelRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { ProgressPair } from '@/components/shared/progress-pair'
import { StatusTag } from '@/components/shared/status-tag'
import { Checkbox } from '@/components/ui/checkbox'
import { ledgerHref, placeOf, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { COLUMN_WIDTHS, type LedgerColumn } from '@/domain/tasks/ledger-look'
import type { LedgerRow } from '@/server/tasks/list-tasks'
import { DueCell } from '../due-cell'
import { NoData } from '../no-data'
import { TaskLight } from '../task-light'
import { useTaskWords } from '../use-task-words'
import { ChangeCell } from './change-cell'
import { ColumnGrip } from './column-grip'

/** Menus in the heads of the columns that can be filtered or sorted. */
export type LedgerHeads = Partial<Record<LedgerColumn, ReactNode>>

/** Every column of the ledger by its key: how wide, how its head sorts, what its cells show. */
export function useLedgerColumns(
  filter: LedgerFilter,
  today: string,
  heads: LedgerHeads,
): Record<LedgerColumn, Column<LedgerRow>> {
  const t = useTranslations('tasks')
  const l = useTranslations('ledger')
  const words = useTaskWords()
  const oneLine = filter.density !== 'l'
  const unsized = ledgerHref(filter, { ...placeOf(filter), widths: {} })
  const label = (key: LedgerColumn) =>
    key === 'change' || key === 'type' ? l(`columns.${key}`) : t(`columns.${key}`)
  /** As high as the heads that are links, so that all stand on one line. */
  const plain = (text: string) => <span className="inline-flex min-h-6 items-center">{text}</span>
  const column = (key: LedgerColumn, rest: Omit<Column<LedgerRow>, 'key' | 'label'>) => {
    const px = filter.widths[key] ?? (key === 'title' ? undefined : COLUMN_WIDTHS[key])
    return {
      key,
      label: label(key),
      head: heads[key] ?? (rest.sort ? undefined : plain(label(key))),
      width: px === undefined ? undefined : `${px}px`,
      grip: <ColumnGrip column={key} widths={filter.widths} href={unsized} />,
      ...rest,
    }
  }
  return {
    light: column('light', {
      card: 'bare',
      cell: (row) => <TaskLight light={row.light} stacked={!oneLine} />,
    }),
    no: column('no', {
      sort: 'no',
      card: 'hide',
      nowrap: true,
      cell: (row) => <span className="text-muted">{t('number', { no: row.no })}</span>,
    }),
    title: column('title', {
      rowHeader: true,
      cell: (row) => <TitleCell row={row} filter={filter} oneLine={oneLine} />,
    }),
    lead: column('lead', {
      cell: (row) =>
        row.lead ? (
          <>
            {words.nameOf(row.lead)}
            <span className="tbl-second block text-note text-muted max-md:inline max-md:ps-2">
              {row.supporting > 0 ? t('supporting', { count: row.supporting }) : t('alone')}
            </span>
          </>
        ) : (
          <NoData />
        ),
    }),
    due: column('due', { sort: 'due', cell: (row) => <DueCell row={row} today={today} /> }),
    progress: column('progress', {
      card: 'hide',
      cell: (row) => <ProgressPair claimed={row.claimed} verified={row.verified} numbers={!oneLine} />,
    }),
    last: column('last', {
      sort: 'last',
      card: 'hide',
      nowrap: true,
      cell: (row) =>
        row.lastReportOn ? (
          <DateText on={row.lastReportOn} look={sameYear(row.lastReportOn, today)} />
        ) : (
          <NoData />
        ),
    }),
    status: column('status', {
      card: 'hide',
      cell: (row) => <StatusTag>{t(`status.${row.status}`)}</StatusTag>,
    }),
    move: column('move', {
      sort: 'move',
      cell: (row) =>
        row.move ? (
          <>
            {words.moveParty(row.move)}
            <span className="tbl-second block text-note text-muted">{words.moveLine(row.move)}</span>
          </>
        ) : (
          <NoData />
        ),
    }),
    change: column('change', { cell: (row) => <ChangeCell change={row.change} /> }),
    type: column('type', { card: 'hide', cell: (row) => t(`kind.${row.kind}`) }),
  }
}

/** The tick box of a row; what it stands for is the row's own data. */
export function useChooseColumn(): Column<LedgerRow> {
  const t = useTranslations('ledger')
  const tasks = useTranslations('tasks')
  return {
    key: 'choose',
    label: tasks('columns.choose'),
    head: <Checkbox data-choose-page="" label={t('choosePage')} hideLabel />,
    width: '36px',
    card: 'bare',
    cell: (row) =>
      isChoosable(row) ? (
        <Checkbox
          className="max-md:float-end"
          name="chosen"
          value={`T${row.no}`}
          label={t('chooseOne', { no: row.no })}
          hideLabel
        />
      ) : null,
  }
}

/** True where something can be done to the row together with others. */
export function isChoosable({ batch }: Pick<LedgerRow, 'batch'>): boolean {
  return batch.take || batch.urge || batch.acknowledge !== null || batch.close !== null
}

/** What scripts know a row by. */
export function rowDataOf(row: LedgerRow) {
  return {
    'data-no': row.no,
    'data-batch': isChoosable(row) ? JSON.stringify(row.batch) : undefined,
  }
}

function TitleCell({ row, filter, oneLine }: { row: LedgerRow; filter: LedgerFilter; oneLine: boolean }) {
  const t = useTranslations('tasks')
  const l = useTranslations('ledger')
  return (
    <span className="flex items-start gap-1">
      <span className="min-w-0 flex-1">
        <Link
          href={`/tasks/T${row.no}`}
          prefetch={false}
          data-open=""
          title={oneLine ? row.title : undefined}
          className={oneLine ? 'block truncate max-md:whitespace-normal' : 'line-clamp-2 max-md:text-prose'}
        >
          <span className="text-muted md:hidden">{t('number', { no: row.no })} </span>
          {row.title}
        </Link>
        <span className="tbl-second block truncate text-note text-muted" title={row.directive.title}>
          {row.directive.docNumber ?? row.directive.title}
        </span>
      </span>
      <Link
        href={ledgerHref(filter, { ...placeOf(filter), show: row.no })}
        prefetch={false}
        scroll={false}
        data-preview={row.no}
        aria-label={l('previewOne', { no: row.no })}
        title={l('preview')}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:bg-raised max-md:size-11 print:hidden"
      >
        <PanelRight aria-hidden className="size-4" />
      </Link>
    </span>
  )
}

function sameYear(on: string, today: string): 'short' | 'table' {
  return on.slice(0, 4) === today.slice(0, 4) ? 'short' : 'table'
}
