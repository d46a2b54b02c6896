import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable, type Column as TableColumn } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { Pager } from '@/components/shared/pager'
import { StatusTag } from '@/components/shared/status-tag'
import { buttonClass, ButtonLink } from '@/components/ui/button'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { nameIn, type Column } from '@/domain/registers/columns'
import { wordsOf } from '@/domain/registers/read-row'
import { ROW_STATES, rowQuery, type RowFilter } from '@/domain/registers/row-filter'
import type { RegisterPage } from '@/server/registers/get-register'
import type { ShownRow } from '@/server/registers/list-rows'
import { PrivacyNotice } from './privacy-notice'

type RegisterViewProps = {
  data: RegisterPage
  filter: RowFilter
  today: string
  panel: ReactNode
  /** 导出, made by the page. */
  exports: ReactNode
}

/** The page of a register: counts, filters, a page of rows. */
export function RegisterView({ data, filter, today, panel, exports }: RegisterViewProps) {
  const t = useTranslations('registers')
  const { counts, page, task, no } = data
  const home = `/tasks/T${task.no}/registers/${no}`
  const at = (patch: Partial<RowFilter>) =>
    home + rowQuery({ state: filter.state, part: filter.part, ...patch })
  const states = data.tracked ? ROW_STATES : (['standing', 'withdrawn'] as const)
  const filtered = filter.state !== 'standing' || filter.part !== null
  const open = panel === null
  const columns = useColumns(data, home, today)
  return (
    <div className="mx-auto max-w-[1200px]">
      <PageHeader
        title={data.title}
        crumbs={[{ href: `/tasks/T${task.no}#registers`, label: `T${task.no} ${task.title}` }]}
        facts={
          <span className="text-muted">
            {data.tracked
              ? t('counts', { rows: counts.rows, open: counts.open, right: counts.put_right })
              : t('count', { rows: counts.rows })}
            {counts.overdue > 0 ? (
              <>
                {' · '}
                <Link href={at({ state: 'overdue', after: null, before: null })} className="text-off">
                  {t('overdue', { count: counts.overdue })}
                </Link>
              </>
            ) : null}
            {data.closed ? ` · ${t('closed')}` : null}
          </span>
        }
        actions={open ? <Acts data={data} home={home} exports={exports} /> : null}
      />
      {data.mine.length > 0 ? <PrivacyNotice personal={data.personal} /> : null}
      {panel}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2 print:hidden">
        <SegmentedLinks
          label={t('filters.state')}
          items={states.map((state) => ({
            href: at({ state, after: null, before: null }),
            label: t(`states.${state}`),
            current: filter.state === state,
          }))}
        />
        {data.parts.length > 1 ? <UnitFilter data={data} filter={filter} home={home} /> : null}
      </div>
      {page.rows.length === 0 ? (
        <EmptyState>{t(filtered ? 'empty' : 'emptyFirst')}</EmptyState>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          density="s"
        />
      )}
      <Pager
        total={page.total}
        prevHref={page.before && filter.after !== null ? at({ before: page.before }) : null}
        nextHref={page.after && page.rows.length > 0 ? at({ after: page.after }) : null}
      />
    </div>
  )
}

function Acts({ data, home, exports }: { data: RegisterPage; home: string; exports: ReactNode }) {
  const t = useTranslations('registers.acts')
  const file = (what: string) => `/api/registers/${data.id}/${what}`
  return (
    <>
      {data.counts.rows > 0 ? exports : null}
      {data.mine.length > 0 ? (
        <>
          <a href={file('template')} download className={buttonClass()}>
            {t('template')}
          </a>
          <ButtonLink href={`${home}/import`}>{t('import')}</ButtonLink>
          <ButtonLink href={`${home}?add=1`} variant="primary">
            {t('add')}
          </ButtonLink>
        </>
      ) : null}
      {data.mayPlan ? <ButtonLink href={`${home}?edit=1`}>{t('edit')}</ButtonLink> : null}
    </>
  )
}

function UnitFilter({ data, filter, home }: { data: RegisterPage; filter: RowFilter; home: string }) {
  const t = useTranslations('registers.filters')
  const english = useLocale() === 'en'
  return (
    <form action={home} className="flex items-center gap-2">
      {filter.state === 'standing' ? null : <input type="hidden" name="state" value={filter.state} />}
      <label htmlFor="part">{t('unit')}</label>
      <select
        id="part"
        name="part"
        defaultValue={filter.part ?? ''}
        className="min-h-8 max-w-56 rounded border border-edge bg-bg px-2 max-md:min-h-11"
      >
        <option value="">{t('all')}</option>
        {data.parts.map((one) => (
          <option key={one.id} value={one.id}>
            {english ? one.unit.nameEn : one.unit.name}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonClass()}>
        {t('apply')}
      </button>
    </form>
  )
}

function useColumns(data: RegisterPage, home: string, today: string): TableColumn<ShownRow>[] {
  const t = useTranslations('registers')
  const locale = useLocale()
  const english = locale === 'en'
  const unitOf = new Map(data.parts.map((one) => [one.id, english ? one.unit.nameEn : one.unit.name]))
  const cell = (column: Column, row: ShownRow) => {
    const value = row.values[column.key]
    if (column.type === 'date') return <DateText on={value ? String(value) : null} />
    if (column.type === 'number' && typeof value === 'number') return value.toLocaleString(locale)
    const words = wordsOf(column, value, locale, (id) => data.unitNames[id] ?? '')
    return words === '' ? '—' : words
  }
  return [
    {
      key: 'no',
      label: t('columns.no'),
      rowHeader: true,
      nowrap: true,
      width: '56px',
      cell: (row) => (
        <Link
          href={`${home}/rows/${row.no}`}
          aria-label={t('columns.open', { no: row.no })}
          className="inline-flex min-h-6 items-center max-md:min-h-11"
        >
          {row.no}
        </Link>
      ),
    },
    ...(data.parts.length > 1
      ? [
          {
            key: 'unit',
            label: t('columns.unit'),
            cell: (row: ShownRow) => unitOf.get(row.assignmentId) ?? '',
          },
        ]
      : []),
    ...data.columns.map((column) => ({
      key: column.key,
      label: nameIn(column, locale),
      numeric: column.type === 'number',
      nowrap: column.type === 'date',
      cell: (row: ShownRow) => cell(column, row),
    })),
    ...(data.tracked
      ? [
          {
            key: 'state',
            label: t('columns.state'),
            nowrap: true,
            cell: (row: ShownRow) => <RowStateTag row={row} today={today} />,
          },
        ]
      : []),
  ]
}

function RowStateTag({ row, today }: { row: ShownRow; today: string }) {
  const t = useTranslations('registers.states')
  const overdue = row.state === 'open' && row.dueOn !== null && row.dueOn < today
  if (overdue) return <span className="font-semibold text-off">{t('overdue')}</span>
  return <StatusTag>{t(row.state)}</StatusTag>
}
