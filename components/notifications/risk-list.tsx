import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { Section } from '@/components/shared/section'
import { TaskLight } from '@/components/tasks/task-light'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { ledgerHref } from '@/domain/tasks/ledger-filter'
import { cx } from '@/lib/cx'
import type { RiskList as Risks } from '@/server/notifications/list-risks'

/** 有风险: what is off course, then at risk, with its reason; all of it stands in the ledger. */
export function RiskList({ risks }: { risks: Risks }) {
  const t = useTranslations('desk')
  const words = useTaskWords()
  const columns =
    useLocale() === 'en'
      ? 'lg:grid-cols-[312px_minmax(0,1fr)_136px_104px]'
      : 'lg:grid-cols-[216px_minmax(0,1fr)_128px_136px]'
  return (
    <Section id="risk" look="page" title={t('atRisk')} note={risks.total}>
      {risks.total === 0 ? <EmptyState>{t('noRisk')}</EmptyState> : null}
      <ol>
        {risks.rows.map((row) => (
          <li
            key={row.no}
            data-desk-row
            className={cx('grid min-h-12 items-center gap-x-4 border-b py-1.5 lg:px-2', columns)}
          >
            <span>
              <TaskLight light={row.light} />
            </span>
            <Link
              href={`/tasks/T${row.no}`}
              data-desk-link
              className="min-h-6 max-lg:flex max-lg:min-h-11 max-lg:items-center max-lg:text-prose"
            >
              {row.title}
            </Link>
            <span className="max-lg:text-note max-lg:text-muted">
              {row.lead ? words.nameOf(row.lead) : null}
            </span>
            <span className="text-muted max-lg:hidden">
              {row.move
                ? `${row.move.unit && row.move.unit.id !== row.lead?.id ? `${words.nameOf(row.move.unit)} ` : ''}${words.moveAct(row.move)}`
                : null}
            </span>
          </li>
        ))}
      </ol>
      {risks.total > risks.rows.length ? (
        <Link
          href={ledgerHref(risks.filter)}
          data-count={risks.total}
          className="flex min-h-6 items-center py-2 max-lg:min-h-11 lg:px-2"
        >
          {t('allTasks', { count: risks.total })}
        </Link>
      ) : null}
    </Section>
  )
}
