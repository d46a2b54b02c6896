import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { Decision } from '@/server/notifications/list-decisions'

/** What waits for a decision: a card each with the facts it needs and the way to where it is taken. */
export function DecisionList({ rows, today }: { rows: readonly Decision[]; today: string }) {
  const t = useTranslations('overview.decisions')
  const { nameOf } = useTaskWords()
  if (rows.length === 0) return <EmptyState>{t('none')}</EmptyState>
  return (
    <ul>
      {rows.map((row, index) => {
        const approve = row.kind === 'approve'
        const page = approve ? `/directives/D${row.directive_no}` : `/tasks/T${row.task_no}`
        const act = approve ? `${page}/decompose/check` : `${page}?act=complete#act`
        return (
          <li key={`${row.kind}-${row.directive_no}-${row.task_no}`} className="grid gap-1 border-b py-3">
            <div className="flex items-baseline gap-2">
              <Tag>{t(`kinds.${row.kind}`)}</Tag>
              <Link
                href={page}
                className="min-w-0 flex-1 font-semibold max-lg:inline-flex max-lg:min-h-11 max-lg:items-center"
              >
                {approve ? row.directive_title : `T${row.task_no} ${row.task_title}`}
              </Link>
              <span className="text-note whitespace-nowrap text-muted">
                {t('waited', { days: row.waited })}
              </span>
            </div>
            <p className="text-note text-muted">
              {approve
                ? t('approveFacts', { count: row.items, by: row.sent_by ? nameOf(row.sent_by) : '' })
                : t('completeFacts', {
                    lead: row.lead ? nameOf(row.lead) : '',
                    verified: row.verified ?? 0,
                    late: row.late ? 'yes' : 'no',
                  })}{' '}
              {row.dueOn ? (
                <>
                  {t('due')} <DateText on={row.dueOn} today={today} />
                </>
              ) : null}
            </p>
            {!approve && row.conclusion ? (
              <p className="line-clamp-3 max-w-[38em] text-ui">{row.conclusion}</p>
            ) : null}
            <div className="flex flex-wrap gap-2 pt-1">
              <ButtonLink href={act} variant={index === 0 ? 'primary' : 'default'}>
                {approve ? t('approve', { count: row.items }) : t('complete')}
              </ButtonLink>
              <ButtonLink href={page} variant="quiet">
                {t('details')}
              </ButtonLink>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
