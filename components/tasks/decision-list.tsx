import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import type { Decision } from '@/server/notifications/list-decisions'
import { DecisionCard, type DecisionActions } from './decision-card'

type DecisionListProps = {
  rows: readonly Decision[]
  today: string
  zone: string
  actions: DecisionActions
}

/** What waits for a decision: a card each with the facts it needs, decided in place or by the way to where it is taken. */
export function DecisionList({ rows, ...rest }: DecisionListProps) {
  const t = useTranslations('overview.decisions')
  if (rows.length === 0) return <EmptyState>{t('none')}</EmptyState>
  return (
    <ul>
      {rows.map((row, index) => (
        <li
          key={`${row.kind}-${row.directive_no}-${row.task_no}-${row.record_id ?? row.assignment_id ?? ''}`}
          className="grid gap-1 border-b py-3"
        >
          <DecisionCard row={row} first={index === 0} {...rest} />
        </li>
      ))}
    </ul>
  )
}
