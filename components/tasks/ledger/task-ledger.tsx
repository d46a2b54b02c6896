import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { ButtonLink } from '@/components/ui/button'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { LedgerSort } from '@/domain/tasks/ledger-cursor'
import {
  isFiltered,
  ledgerHref,
  placeOf,
  withoutChoices,
  type LedgerFilter,
} from '@/domain/tasks/ledger-filter'
import { columnsOf, formatWidths, LEDGER_COLUMNS, type LedgerForm } from '@/domain/tasks/ledger-look'
import type { LedgerChoices } from '@/server/tasks/ledger-choices'
import type { LedgerGroups } from '@/server/tasks/list-groups'
import type { LedgerPage } from '@/server/tasks/list-tasks'
import { LedgerBar } from './ledger-bar'
import type { LedgerHeads } from './ledger-cells'
import { LedgerColumns } from './ledger-columns'
import { useRowGroups } from './ledger-groups'
import { HeadMenu, type MenuChoice } from './ledger-menu'
import { LedgerTools } from './ledger-tools'
import { TaskBoard } from './task-board'
import { TaskTable } from './task-table'
import { useLedgerChoices, type ChoiceGroup, type ChosenFilter } from './use-ledger-choices'

type TaskLedgerProps = {
  filter: LedgerFilter
  /** The rows one after another, in groups, or on an axis of time. */
  data: { total: number } & (
    | { page: LedgerPage; groups: null; timeline: null }
    | { page: null; groups: LedgerGroups; timeline: null }
    | { page: null; groups: null; timeline: ReactNode }
  )
  choices: LedgerChoices
  named: LedgerChoices
  today: LocalDate
  unitOnly: boolean
  forms: readonly LedgerForm[]
  /** Wraps the rows in what ticks them and knows the keys; the tools stand over them. */
  list: (tools: ReactNode, rows: ReactNode) => ReactNode
}

/** Filters, tools, rows, pages: what stands under the views of the ledger. */
export function TaskLedger({ filter, data, choices, named, today, unitOnly, forms, list }: TaskLedgerProps) {
  const { groups, chosen } = useLedgerChoices(filter, choices, named)
  const sortsOf = useSorts(filter)
  const { light, status, lead, directive, type, move, due } = groups
  const head = (group: ChoiceGroup, sort?: LedgerSort) => (
    <HeadMenu group={group} sorts={sort ? sortsOf(sort) : []} />
  )
  const heads: LedgerHeads = {
    light: head(light, 'light'),
    lead: head(lead),
    due: head(due, 'due'),
    status: head(status),
    move: head(move, 'move'),
    type: head(type),
  }
  const { total } = data
  const empty = data.page
    ? data.page.rows.length === 0
    : data.groups
      ? data.groups.groups.length === 0
      : total === 0
  const tools = (
    <LedgerTools
      filter={filter}
      today={today}
      forms={forms}
      columns={<ColumnChoice key={[...filter.cols, ...formatWidths(filter.widths)].join()} filter={filter} />}
    />
  )
  const table = { filter, total, today, heads }
  return (
    <>
      <LedgerBar filter={filter} groups={[light, status, lead, directive, due, move, type]} chosen={chosen} />
      {empty ? (
        <Nothing filter={filter} total={total} chosen={chosen} unitOnly={unitOnly} />
      ) : data.page ? (
        list(
          tools,
          <>
            <TaskTable {...table} rows={data.page.rows} />
            <Pager
              from={data.page.from}
              to={data.page.to}
              total={total}
              prevHref={data.page.previous && ledgerHref(filter, { cursor: data.page.previous })}
              nextHref={data.page.next && ledgerHref(filter, { cursor: data.page.next })}
            />
          </>,
        )
      ) : data.groups ? (
        list(tools, <Grouped table={table} data={data.groups} board={filter.as === 'board'} />)
      ) : (
        <>
          {tools}
          {data.timeline}
        </>
      )}
    </>
  )
}

type TableProps = Omit<Parameters<typeof TaskTable>[0], 'rows' | 'groups'>

function Grouped({ table, data, board }: { table: TableProps; data: LedgerGroups; board: boolean }) {
  const t = useTranslations('ledger')
  const { filter } = table
  const groups = useRowGroups(filter, data)
  const to = (from: number | null) => (from === null ? null : ledgerHref(filter, { from }))
  return (
    <>
      {board ? (
        <TaskBoard filter={filter} data={data} today={table.today} />
      ) : (
        <TaskTable {...table} groups={groups} />
      )}
      {data.previousFrom !== null || data.nextFrom !== null ? (
        <p className="pt-2 text-note text-muted">{t('groupsShown', { count: data.count })}</p>
      ) : null}
      <Pager total={data.total} prevHref={to(data.previousFrom)} nextHref={to(data.nextFrom)} />
    </>
  )
}

/** Both directions of an order, worded by what comes first. */
function useSorts(filter: LedgerFilter) {
  const t = useTranslations('ledger.sorts')
  return (sort: LedgerSort): MenuChoice[] =>
    (['asc', 'desc'] as const).map((direction) => ({
      href: ledgerHref(filter, { sort, direction }),
      label: t(`${sort}.${direction}`),
      current: filter.sort === sort && filter.direction === direction,
    }))
}

function ColumnChoice({ filter }: { filter: LedgerFilter }) {
  const t = useTranslations('tasks.columns')
  const l = useTranslations('ledger.columns')
  const drawn = columnsOf(filter, filter.since !== null)
  const offered = LEDGER_COLUMNS.filter((key) => key !== 'change' || filter.since !== null)
  const ordered = [...drawn, ...offered.filter((key) => !drawn.includes(key))]
  return (
    <LedgerColumns
      href={ledgerHref(filter, { ...placeOf(filter), cols: [], widths: {} })}
      widths={filter.widths}
      columns={ordered.map((key) => ({
        key,
        label: key === 'change' || key === 'type' ? l(key) : t(key),
        on: drawn.includes(key),
        fixed: key === 'title',
      }))}
    />
  )
}

type NothingProps = {
  filter: LedgerFilter
  total: number
  chosen: readonly ChosenFilter[]
  unitOnly: boolean
}

function Nothing({ filter, total, chosen, unitOnly }: NothingProps) {
  const t = useTranslations('tasks')
  if (total > 0) {
    return (
      <EmptyState action={<ButtonLink href={ledgerHref(filter)}>{t('firstPage')}</ButtonLink>}>
        {t('empty.ended')}
      </EmptyState>
    )
  }
  if (isFiltered(filter)) {
    return (
      <EmptyState
        action={<ButtonLink href={ledgerHref(withoutChoices(filter))}>{t('filters.reset')}</ButtonLink>}
      >
        {t('empty.filtered', { count: chosen.length })}
      </EmptyState>
    )
  }
  const nothingAtAll = unitOnly ? t('empty.unitNone') : t('empty.noneAtAll')
  return (
    <EmptyState>
      {filter.view === 'all' ? nothingAtAll : t('empty.none', { view: t(`views.${filter.view}`) })}
    </EmptyState>
  )
}
