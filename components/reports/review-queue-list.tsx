import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Tag } from '@/components/ui/tag'
import type { ReviewQueue } from '@/server/reports/list-review-queue'

type ReviewQueueListProps = { queue: ReviewQueue; openId: string | null; after: string | null }

/** The address of a report in the queue; the page of the list stays. */
export function reviewHref(reportId: string | null, after: string | null): string {
  const query = new URLSearchParams()
  if (reportId) query.set('report', reportId)
  if (after) query.set('after', after)
  return query.size > 0 ? `/review?${query}` : '/review'
}

/** What waits: most urgent first, then longest; own reports are absent, and the list says so. */
export function ReviewQueueList({ queue, openId, after }: ReviewQueueListProps) {
  const t = useTranslations('review')
  const words = useTaskWords()
  return (
    <>
      <ol>
        {queue.rows.map((row) => (
          <li key={row.id}>
            <Link
              href={reviewHref(row.id, after)}
              aria-current={row.id === openId ? 'true' : undefined}
              className="block min-h-14 border-b border-s-3 border-s-transparent px-4 py-2 text-text hover:bg-surface hover:no-underline aria-[current]:border-s-brand aria-[current]:bg-brand-tint"
            >
              <span className="line-clamp-2 in-aria-[current]:font-semibold">{row.title}</span>
              <span className="flex flex-wrap items-center gap-x-2 text-note text-muted">
                <span className="me-auto">{words.nameOf(row.unit)}</span>
                {row.handedBy ? <Tag>{t('handOver.from', { name: words.nameOf(row.handedBy) })}</Tag> : null}
                {row.urgency === 'none' ? null : (
                  <Tag tone={row.urgency === 'extra_urgent' ? 'urgent' : 'plain'}>
                    {t(`urgency.${row.urgency}`)}
                  </Tag>
                )}
                <span>{t('waitedShort', { days: row.waited })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <div className="grid gap-2 p-4">
        {queue.after ? <Link href={reviewHref(null, queue.after)}>{t('more')}</Link> : null}
        {after ? <Link href="/review">{t('first')}</Link> : null}
        {queue.own > 0 ? (
          <p className="text-note text-muted">{t('ownAbsent', { count: queue.own })}</p>
        ) : null}
      </div>
    </>
  )
}
