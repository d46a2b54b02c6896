import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { cx } from '@/lib/cx'
import type { LedgerRow } from '@/server/tasks/list-tasks'
import { useTaskWords } from './use-task-words'

type Due = Pick<LedgerRow, 'dueOn' | 'originalDueOn' | 'extensionCount' | 'due'>

/** A due date is never without its meaning; where it moved, the first date stays beside it, struck through. */
export function DueCell({ row, today }: { row: Due; today: string }) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const late = row.due.code === 'overdue' || row.due.code === 'overdue_rest_days'
  const soon = row.due.code === 'today'
  return (
    <>
      {row.dueOn ? (
        <b className="whitespace-nowrap">
          <DateText on={row.dueOn} today={today} />
        </b>
      ) : null}
      <span
        className={cx(
          'tbl-second block text-note',
          late ? 'text-off' : soon ? 'font-semibold text-risk' : 'text-muted',
        )}
      >
        {words.due(row.due)}
      </span>
      {row.originalDueOn ? (
        <span className="tbl-second block text-note text-muted">
          <s>
            <span className="sr-only">{t('movedFrom', { on: '' })}</span>
            <DateText on={row.originalDueOn} />
          </s>
          {row.extensionCount > 0 ? ` ${t('extended', { count: row.extensionCount })}` : null}
        </span>
      ) : null}
    </>
  )
}
