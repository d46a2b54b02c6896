import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import type { DifferencePiece } from '@/domain/reports/text-difference'
import type { ReviewDesk as Desk } from '@/server/reports/get-review-desk'
import type { ReportView } from '@/server/reports/read-report-view'
import { PromiseTable, ReturnHistory } from './report-context'
import type { ReviewAction } from './review-form'
import { ReviewHead } from './review-head'
import { ReviewPanes } from './review-panes'
import { reviewHref, ReviewQueueList } from './review-queue-list'

type ReviewDeskProps = {
  desk: Desk
  difference: readonly DifferencePiece[] | null
  after: string | null
  today: string
  zone: string
  idempotencyKey: string
  action: ReviewAction
}

/** Three panes: what waits, the report, its evidence. On a phone one column, the list folded. */
export function ReviewDesk({
  desk,
  difference,
  after,
  today,
  zone,
  idempotencyKey,
  action,
}: ReviewDeskProps) {
  const t = useTranslations('review')
  const { queue, report, mayReview } = desk
  const { open } = queue
  const list = <ReviewQueueList queue={queue} openId={report?.id ?? null} after={after} />
  const nextId = open?.nextId ?? (queue.rows[0]?.id === report?.id ? null : (queue.rows[0]?.id ?? null))
  return (
    <div className="-mx-6 -mb-8 grid grid-cols-[264px_minmax(0,1fr)] max-lg:m-0 max-lg:block lg:h-[calc(100dvh-72px)] xl:grid-cols-[264px_minmax(0,1fr)_minmax(320px,440px)]">
      <nav aria-label={t('queue')} className="overflow-y-auto border-e max-lg:hidden">
        <p className="flex min-h-12 items-center gap-2 border-b px-4 font-semibold">
          {t('title')} <span data-total={queue.total}>{t('count', { count: queue.total })}</span>
        </p>
        {list}
      </nav>
      <div className="py-2 lg:hidden">
        <Disclosure summary={t('toQueue', { count: queue.total })}>{list}</Disclosure>
      </div>
      {report ? (
        <ClientMessages namespaces={['review', 'reports', 'evidence', 'files', 'tasks']}>
          <ReviewPanes
            key={report.id}
            report={report}
            difference={difference}
            today={today}
            zone={zone}
            idempotencyKey={idempotencyKey}
            decide={
              mayReview
                ? {
                    action,
                    nextId: nextId ?? '',
                    nextHref: reviewHref(nextId, after),
                    previousHref: open?.previousId ? reviewHref(open.previousId, after) : null,
                  }
                : null
            }
            head={<ReviewHead report={report} item={open} total={queue.total} today={today} />}
            promises={<PromiseTable report={report} />}
            history={<ReturnHistory report={report} today={today} />}
            notice={<Notice report={report} />}
          />
        </ClientMessages>
      ) : (
        <div className="p-6 max-lg:px-0">
          <h1 className="text-section">{t('title')}</h1>
          <p className="mt-2 text-muted">{t('empty')}</p>
        </div>
      )}
    </div>
  )
}

/** Why there is nothing to decide here. */
function Notice({ report }: { report: ReportView }) {
  const t = useTranslations('review.state')
  const words = useTaskWords()
  const { review, status } = report
  const text =
    review?.decision === 'accept'
      ? t('accepted', { name: words.nameOf(review.reviewer), points: review.verifiedProgress ?? 0 })
      : review
        ? t('returned', { name: words.nameOf(review.reviewer), reason: review.reason })
        : t(status === 'withdrawn' ? 'withdrawn' : status === 'submitted' ? 'own' : 'other')
  return (
    <p role="status" className="border-s-4 border-edge ps-3">
      {text}
    </p>
  )
}
