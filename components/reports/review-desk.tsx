import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import type { ReviewDesk as Desk } from '@/server/reports/get-review-desk'
import type { ReportView } from '@/server/reports/read-report-view'
import { PromiseTable, ReturnHistory } from './report-context'
import type { ReviewActions } from './review-actions'
import { ReviewHead } from './review-head'
import { ReviewPager } from './review-pager'
import { ReviewQueueList } from './review-queue-list'
import { SetAsideList } from './set-aside-list'

type ReviewDeskProps = {
  desk: Desk
  after: string | null
  today: string
  zone: string
  /** Makes the key of a form: the same form sent twice acts once. */
  newKey: () => string
  actions: ReviewActions
}

/** Three panes: what waits, the report, its evidence; the next report is loaded behind. On a phone one column, the list folded. */
export function ReviewDesk({ desk, after, today, zone, newKey, actions }: ReviewDeskProps) {
  const t = useTranslations('review')
  const { queue, panes, asides } = desk
  const openId = panes[0]?.report.id ?? null
  const list = (
    <>
      <ReviewQueueList queue={queue} openId={openId} after={after} />
      <ClientMessages namespaces={['review']}>
        <SetAsideList asides={asides} takeBack={actions.takeBack} keyBase={newKey()} />
      </ClientMessages>
    </>
  )
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
      {panes.length > 0 ? (
        <ClientMessages
          namespaces={['review', 'reports', 'evidence', 'files', 'tasks', 'cascade', 'indicators']}
        >
          <ReviewPager
            after={after}
            first={queue.rows[0]?.id ?? null}
            today={today}
            zone={zone}
            actions={actions}
            panes={panes.map((pane) => ({
              ...pane,
              idempotencyKey: newKey(),
              head: <ReviewHead report={pane.report} item={pane.item} total={queue.total} today={today} />,
              promises: <PromiseTable report={pane.report} />,
              history: <ReturnHistory report={pane.report} today={today} />,
              notice: <Notice report={pane.report} />,
            }))}
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
