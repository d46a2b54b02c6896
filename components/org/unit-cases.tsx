import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { NoData } from '@/components/tasks/no-data'
import type { UnitFigure } from '@/domain/org/unit-figures'
import type { UnitCase, UnitCases } from '@/server/org/list-unit-cases'

type UnitCaseTableProps = { cases: UnitCases; figure: UnitFigure }

/** The cases behind a unit's number, a row each: what the number adds up can be counted here. */
export function UnitCaseTable({ cases, figure }: UnitCaseTableProps) {
  const t = useTranslations('figures')
  const columns = useColumns(cases, figure)
  if (cases.rows.length === 0) return <EmptyState>{t('cases.none')}</EmptyState>
  return (
    <DataTable
      caption={t(`meanings.${figure}`)}
      columns={columns}
      rows={cases.rows}
      rowKey={(row) => row.id}
    />
  )
}

function useColumns({ source }: UnitCases, figure: UnitFigure): Column<UnitCase>[] {
  const t = useTranslations('figures.cases')
  const date = (on: string | null) => <DateText on={on} />
  const requests = source === 'requests'
  const columns: (Column<UnitCase> | false)[] = [
    {
      key: 'task',
      label: requests ? t('request') : t('task'),
      rowHeader: true,
      cell: (row) => <CaseTitle row={row} />,
    },
    {
      key: 'on',
      label: t(requests || source === 'sent_reports' ? 'asked' : 'on'),
      width: '128px',
      cell: (row) => date(row.on),
    },
    (source === 'parts' || source === 'periods') && {
      key: 'due',
      label: t('due'),
      width: '128px',
      cell: (row) => date(row.dueOn),
    },
    source !== 'requests' &&
      source !== 'sent_reports' && {
        key: 'done',
        label: t(`done.${figure === 'acknowledged_on_time' ? 'acknowledged' : source}`),
        width: '128px',
        cell: (row) => date(row.doneOn),
      },
    source === 'reports' && {
      key: 'decision',
      label: t('decision'),
      width: '96px',
      cell: (row) =>
        row.decision === 'accept' || row.decision === 'return' ? t(`decisions.${row.decision}`) : <NoData />,
    },
    source === 'reports' && {
      key: 'basis',
      label: t('basis'),
      width: '112px',
      cell: (row) => <Basis basis={row.basis} />,
    },
    (figure === 'extensions_per_task' ||
      figure === 'working_days_to_complete' ||
      figure === 'shared_reports') && {
      key: 'amount',
      label: t(`amount.${figure}`),
      numeric: true,
      width: '112px',
      cell: (row) => row.amount ?? <NoData />,
    },
  ]
  return columns.filter((column) => column !== false)
}

const BASES = ['document', 'telephone', 'visit', 'sample', 'not_verified'] as const

function Basis({ basis }: { basis: string | null }) {
  const t = useTranslations('figures.cases.bases')
  const known = BASES.find((one) => one === basis)
  return known ? <>{t(known)}</> : <NoData />
}

function CaseTitle({ row }: { row: UnitCase }) {
  const t = useTranslations('figures.cases')
  const kind = (['urge', 'answer', 'report'] as const).find((one) => one === row.kind)
  const task = row.task_no ? (
    <Link href={`/tasks/T${row.task_no}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
      {`T${row.task_no} ${row.task_title ?? ''}`}
    </Link>
  ) : null
  if (kind && row.slip_no)
    return <Link href={`/urges/${row.slip_no}`}>{t(`kinds.${kind}`, { no: row.slip_no })}</Link>
  return (
    <>
      {task}
      {row.seq ? <span className="block text-note text-muted">{t('report', { seq: row.seq })}</span> : null}
    </>
  )
}
