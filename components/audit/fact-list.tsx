import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/shared/data-table'
import { DateText, TimeText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { FACT_LIMITS, factHref, type Fact } from '@/domain/audit/facts'
import { logHref, parseLogFilter } from '@/domain/audit/log-filter'
import type { FactPage } from '@/server/audit/list-facts'

type Row = FactPage['rows'][number]
type Props = { fact: Fact; page: FactPage; paged: boolean }

/** The rows behind a fact: when, which task, which unit, by whom, and the figures of it; from each the way to the task and to its entries in the log. */
export function FactList({ fact, page, paged }: Props) {
  const t = useTranslations('audit.facts')
  const { nameOf } = useTaskWords()
  if (page.rows.length === 0) return <EmptyState>{t('none')}</EmptyState>
  const name = t(`names.${fact}`, FACT_LIMITS)
  return (
    <>
      <DataTable
        caption={name}
        rows={page.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'task',
            label: t('columns.task'),
            rowHeader: true,
            cell: ({ task }) => (
              <Link href={`/tasks/T${task.no}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
                T{task.no} {task.title}
              </Link>
            ),
          },
          { key: 'unit', label: t('columns.unit'), cell: ({ unit }) => (unit ? nameOf(unit) : '—') },
          { key: 'what', label: t('columns.what'), cell: (row) => <What fact={fact} row={row} /> },
          { key: 'by', label: t('columns.by'), cell: ({ by }) => (by ? nameOf(by) : '—') },
          { key: 'at', label: t('columns.at'), nowrap: true, cell: ({ at }) => <TimeText at={at} seconds /> },
          {
            key: 'log',
            label: t('columns.log'),
            cell: ({ task }) => (
              <Link
                href={logHref(parseLogFilter({ record: `T${task.no}` }), {})}
                aria-label={t('logOf', { no: task.no })}
                className="inline-flex min-h-6 items-center max-md:min-h-11"
              >
                {t('log')}
              </Link>
            ),
          },
        ]}
      />
      <Pager
        total={page.total}
        prevHref={paged ? factHref(fact) : null}
        nextHref={page.next ? factHref(fact, page.next) : null}
      />
    </>
  )
}

function What({ fact, row: { was, now } }: { fact: Fact; row: Row }) {
  const t = useTranslations('audit.facts.what')
  switch (fact) {
    case 'moved_after_due':
      return t.rich(fact, { was: () => <DateText on={was} />, now: () => <DateText on={now} /> })
    case 'claimed_above':
      return t(fact, { claimed: Number(was), verified: Number(now) })
    case 'reopened':
      return was ?? '—'
    default:
      return t(fact, { count: Number(was) })
  }
}
