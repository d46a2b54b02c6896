import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { LightShape } from '@/components/shared/light'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { WorkingCalendar } from '@/domain/calendar/working-days'
import { daysOff, type TimelineWindow } from '@/domain/tasks/timeline'
import { cx } from '@/lib/cx'
import type { TimelineRow } from '@/server/tasks/list-timeline'
import { NoData } from './no-data'
import { TimelineAxis } from './timeline-axis'
import { TimelineBar } from './timeline-bar'
import { TimelineKey } from './timeline-key'
import { TimelineWords } from './timeline-words'
import styles from './timeline.module.css'
import { useTaskWords } from './use-task-words'

type TimelineTableProps = {
  rows: readonly TimelineRow[]
  total: number
  window: TimelineWindow
  today: LocalDate
  calendar: WorkingCalendar
}

/** 时间表: the tasks as a table whose last column is the time axis; the table is its text form, the drawing is for eyes alone. */
export function TimelineTable({ rows, total, window, today, calendar }: TimelineTableProps) {
  const t = useTranslations('timeline')
  const words = useTaskWords()
  const columns: Column<TimelineRow>[] = [
    {
      key: 'title',
      label: t('columns.title'),
      rowHeader: true,
      width: '296px',
      cell: (row) => <Title row={row} />,
    },
    {
      key: 'lead',
      label: t('columns.lead'),
      width: '112px',
      cell: (row) =>
        row.lead ? <span className="md:block md:truncate">{words.nameOf(row.lead)}</span> : <NoData />,
    },
    {
      key: 'due',
      label: t('columns.due'),
      width: '100px',
      cell: (row) => <Due row={row} />,
    },
    {
      key: 'axis',
      label: t('columns.axis'),
      head: <TimelineAxis window={window} today={today} />,
      card: 'bare',
      cell: (row) => (
        <>
          <TimelineBar row={row} window={window} today={today} />
          <TimelineWords row={row} />
        </>
      ),
    },
  ]
  const { fromOn, toOn } = window
  return (
    <>
      <div
        className={styles.table}
        style={{ '--days-off': stripes(daysOff(window, calendar)) } as CSSProperties}
      >
        <DataTable
          caption={t('caption', { total, from: fromOn, to: toOn })}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          minWidth="1000px"
        />
      </div>
      <TimelineKey />
    </>
  )
}

/** Days off as one ground for all rows: hard stops, so that each begins and ends where its day does. */
function stripes(off: readonly { from: number; to: number }[]): string {
  if (off.length === 0) return 'none'
  const stops = off.flatMap(({ from, to }) => [
    `transparent ${from}%`,
    `var(--raised) ${from}% ${to}%`,
    `transparent ${to}%`,
  ])
  return `linear-gradient(to right, ${stops.join(', ')})`
}

function Title({ row }: { row: TimelineRow }) {
  const words = useTaskWords()
  const common = useTranslations('common')
  const light = row.light && `${common(`lights.${row.light.name}`)} · ${words.lightReason(row.light)}`
  return (
    <span className="flex items-baseline gap-2">
      <span title={light ?? undefined} className="w-3.5 shrink-0">
        {row.light ? <LightShape light={row.light.name} /> : null}
        <span className="sr-only">{light}</span>
      </span>
      <Link
        href={`/tasks/T${row.no}`}
        title={row.title}
        className="inline-flex min-w-0 gap-2 md:max-w-full max-md:min-h-11 max-md:items-center"
      >
        <span className="w-10 shrink-0 text-muted">{`T${row.no}`}</span>
        <span className="md:truncate">{row.title}</span>
      </Link>
    </span>
  )
}

function Due({ row }: { row: TimelineRow }) {
  const words = useTaskWords()
  const late = row.due.code === 'overdue' || row.due.code === 'overdue_rest_days'
  return row.dueOn ? (
    <span title={words.due(row.due)} className={cx('md:whitespace-nowrap', late && 'font-semibold text-off')}>
      <DateText on={row.dueOn} />
      <span className="md:sr-only"> {words.due(row.due)}</span>
    </span>
  ) : (
    <span className="md:block md:truncate">{words.due(row.due)}</span>
  )
}
