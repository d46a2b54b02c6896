import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { Light } from '@/components/shared/light'
import { ProgressPair } from '@/components/shared/progress-pair'
import { StatusTag } from '@/components/shared/status-tag'
import { ButtonLink } from '@/components/ui/button'
import type { BelowRow } from '@/server/tasks/list-below'
import { belowHref } from './below-href'
import { NoData } from './no-data'
import { actHref } from './task-acts'
import { useTaskWords } from './use-task-words'

/** Each unit below in a row: how it stands, what of it waits, how those below it stand, and the acts that are possible. */
export function BelowTable({ no, rows, today }: { no: number; rows: readonly BelowRow[]; today: string }) {
  const t = useTranslations('cascade.below')
  const words = useTaskWords()
  const status = useTranslations('tasks.partStatus')
  const columns: Column<BelowRow>[] = [
    {
      key: 'unit',
      label: t('unit'),
      rowHeader: true,
      width: '18%',
      cell: (row) => (
        <>
          <Link href={belowHref(no, row.task ? null : row.id)}>{words.nameOf(row.unit)}</Link>
          {row.task ? (
            <Link href={`/tasks/T${row.task.no}`} className="block text-note">
              {t('childTask', row.task)}
            </Link>
          ) : null}
        </>
      ),
    },
    {
      key: 'status',
      label: t('status'),
      cell: (row) => (
        <span className="grid justify-items-start gap-1">
          {row.light ? (
            <Light light={row.light.name} reason={words.lightReason(row.light)} stacked />
          ) : (
            <StatusTag>{status(row.status)}</StatusTag>
          )}
          {row.acknowledgeDueOn ? (
            <span className="text-note text-muted">
              {t.rich('acknowledgeBy', { date: () => <DateText on={row.acknowledgeDueOn} today={today} /> })}
            </span>
          ) : null}
          {row.refusalReason ? (
            <span className="text-note">{t('refused', { reason: row.refusalReason })}</span>
          ) : null}
        </span>
      ),
    },
    { key: 'due', label: t('due'), cell: (row) => <DateText on={row.dueOn} today={today} /> },
    {
      key: 'progress',
      label: t('progress'),
      width: '150px',
      cell: (row) => <ProgressPair claimed={row.claimed} verified={row.verified} />,
    },
    {
      key: 'last',
      label: t('last'),
      cell: (row) => (row.lastReportOn ? <DateText on={row.lastReportOn} /> : t('never')),
    },
    {
      key: 'further',
      label: t('further'),
      cell: (row) =>
        row.below ? (
          <Link href={belowHref(no, row.id)}>
            {t('furtherOf', {
              acknowledged: row.below.acknowledged,
              reported: row.below.reported,
              completed: row.below.completed,
              total: row.below.total,
            })}
          </Link>
        ) : (
          <NoData />
        ),
    },
    { key: 'acts', label: t('acts'), cell: (row) => <Acts no={no} row={row} /> },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

function Acts({ no, row }: { no: number; row: BelowRow }) {
  const t = useTranslations('cascade.below')
  const { acts } = row
  const possible = (['rule', 'reassign', 'waive'] as const).filter((act) => acts[act])
  if (!acts.review && possible.length === 0) return <NoData />
  return (
    <span className="flex flex-wrap gap-1 print:hidden">
      {acts.review && row.reportId ? (
        <ButtonLink href={`/review?report=${row.reportId}`} size="s">
          {t('review')}
        </ButtonLink>
      ) : null}
      {possible.map((act) => (
        <ButtonLink key={act} href={actHref(no, act, row.id)} size="s">
          {t(act)}
        </ButtonLink>
      ))}
    </span>
  )
}
