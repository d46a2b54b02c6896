import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { Light, type LightName } from '@/components/shared/light'
import { Pager } from '@/components/shared/pager'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { ButtonLink } from '@/components/ui/button'
import type { FigureRows } from '@/server/bulletins/list-figure-rows'

type Row = FigureRows['rows'][number]

/** The rows behind a figure of a bulletin; where it is n of m, which of them it counts. */
export function FigureRowsView({ data, after }: { data: FigureRows; after: boolean }) {
  const t = useTranslations('bulletins.rows')
  const { nameOf } = useTaskWords()
  const here = `/bulletins/B${data.no}/figures/${data.figure.id}`
  if (data.live)
    return (
      <EmptyState action={<ButtonLink href={`/tasks?${data.figure.query}`}>{t('ledger')}</ButtonLink>}>
        {t('toLedger')}
      </EmptyState>
    )
  if (data.rows.length === 0) return <EmptyState>{t('none')}</EmptyState>
  const columns: Column<Row>[] = [
    {
      key: 'task',
      label: t('task'),
      rowHeader: true,
      cell: (row) => <Link href={`/tasks/T${row.task_no}`}>{`T${row.task_no} ${row.title}`}</Link>,
    },
    { key: 'unit', label: t('unit'), width: '180px', cell: ({ unit }) => (unit ? nameOf(unit) : '—') },
    { key: 'due', label: t('due'), width: '128px', cell: ({ dueOn }) => <DateText on={dueOn} /> },
    {
      key: 'light',
      label: t('light'),
      width: '128px',
      cell: ({ light }) => (light ? <Light light={light as LightName} /> : '—'),
    },
    ...(data.counted === null
      ? []
      : [
          {
            key: 'counted',
            label: t('counted'),
            width: '72px',
            cell: ({ counted }: Row) => t(counted ? 'yes' : 'no'),
          },
        ]),
  ]
  return (
    <>
      {data.counted === null ? null : (
        <p className="pb-2">{t('countedOf', { total: data.total, counted: data.counted })}</p>
      )}
      <DataTable caption={t('caption')} columns={columns} rows={data.rows} rowKey={(row) => row.id} />
      <Pager
        total={data.total}
        prevHref={after ? here : null}
        nextHref={data.next ? `${here}?after=${encodeURIComponent(data.next)}` : null}
      />
    </>
  )
}
