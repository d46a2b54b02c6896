'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { showToast } from '@/components/ui/toast-store'
import { UNDO_SECONDS } from '@/domain/reports/review-correction'
import { newId } from '@/lib/new-id'
import type { ReviewPane } from '@/server/reports/get-review-desk'
import type { ReviewActions } from './review-actions'
import { ReviewPanes } from './review-panes'
import { reviewHref } from './review-queue-list'

export type PagerPane = ReviewPane & {
  idempotencyKey: string
  head: ReactNode
  promises: ReactNode
  history: ReactNode
  notice: ReactNode
}

type ReviewPagerProps = {
  /** The report that the address names, then the one after it. */
  panes: readonly PagerPane[]
  /** The head of the queue, where it begins anew. */
  first: string | null
  after: string | null
  today: string
  zone: string
  actions: ReviewActions
}

/**
 * Shows the open report and keeps the next one ready behind it: deciding turns the page at once, while the decision is on its way. Where it fails, the
 * page turns back, with all that was written on it.
 */
export function ReviewPager({ panes, first, after, today, zone, actions }: ReviewPagerProps) {
  const t = useTranslations('review')
  const say = useFailureText()
  const router = useRouter()
  const openId = panes[0]?.report.id ?? ''
  const [turn, setTurn] = useState<{ from: string; to: string } | null>(null)
  const [busy, setBusy] = useState(false)
  // What was decided here stays in sight only until the next is there, and takes no second decision meanwhile. One that was taken back
  // is shown again when it is there as it stands now: what is typed on the page before it would be gone with that page.
  const [decided, setDecided] = useState<{ id: string; until: number } | null>(null)
  const versionOf = (id: string) => panes.find((pane) => pane.report.id === id)?.report.version ?? 0
  const isBack = decided !== null && versionOf(decided.id) >= decided.until
  if (isBack) setDecided(null)
  // Once the address has followed, or went elsewhere, the turn is over: coming back to a report shows that report.
  if (turn && (turn.from !== openId || (isBack && decided.id === turn.from))) setTurn(null)
  const wanted = turn?.from === openId ? turn.to : openId
  const shownId = panes.some((pane) => pane.report.id === wanted) ? wanted : openId
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(shownId)
  useEffect(() => {
    if (before.current === shownId) return
    before.current = shownId
    box.current?.querySelector<HTMLElement>('[data-pane]:not([hidden])')?.focus({ preventScroll: true })
    if (window.matchMedia('(max-width: 1023px)').matches) scrollTo({ top: 0 })
  }, [shownId])
  const turnTo = (from: string) => {
    // Never back: where the address has not caught up yet, the report after the shown one is still on its way.
    const next = panes[panes.findIndex((pane) => pane.report.id === from) + 1]
    if (next) setTurn({ from: openId, to: next.report.id })
  }

  /** Says what was decided, and offers to take it back. */
  const sayDone = (message: string, report: { id: string; version: number }) => {
    const idempotencyKey = newId()
    showToast(message, {
      ms: UNDO_SECONDS * 1000,
      undo: async () => {
        const payload = { reportId: report.id, version: report.version + 1, idempotencyKey }
        const answer = await actions.correct(null, payload)
        if (answer.status !== 'ok')
          return answer.status === 'error'
            ? say(answer.failure.code, answer.failure.params, answer.failure.kind)
            : false
        setDecided({ id: report.id, until: payload.version + 1 })
        router.push(reviewHref(report.id, after))
        return t('corrected', { no: answer.result.taskNo })
      },
    })
  }

  return (
    <div ref={box} className="contents">
      {panes.map((pane) => {
        const { report, item } = pane
        const nextId = item?.nextId ?? (first === report.id ? null : first)
        return (
          <ReviewPanes
            key={report.id}
            pane={pane}
            active={report.id === shownId}
            today={today}
            zone={zone}
            decide={
              pane.mayReview
                ? {
                    actions,
                    nextId: nextId ?? '',
                    nextHref: reviewHref(nextId, after),
                    previousHref: item?.previousId ? reviewHref(item.previousId, after) : null,
                    busy: busy || decided?.id === report.id,
                    onStart: () => {
                      setBusy(true)
                      setDecided({ id: report.id, until: Infinity })
                      turnTo(report.id)
                    },
                    onDone: (message, undo) => {
                      setBusy(false)
                      if (undo)
                        showToast(message, {
                          ms: UNDO_SECONDS * 1000,
                          undo: () =>
                            undo().finally(() => {
                              setTurn(null)
                              setDecided(null)
                            }),
                        })
                      else sayDone(message, report)
                    },
                    onFail: () => {
                      setBusy(false)
                      setDecided(null)
                      setTurn(null)
                    },
                    onNext: () => turnTo(report.id),
                  }
                : null
            }
          />
        )
      })}
    </div>
  )
}
