'use client'

import { useState, type ReactNode } from 'react'
import type { DifferencePiece } from '@/domain/reports/text-difference'
import type { ReportView } from '@/server/reports/read-report-view'
import { EvidenceViewer } from './evidence-viewer'
import { ReportBody } from './report-body'
import { ReviewForm, type ReviewAction } from './review-form'
import { useWide } from './use-wide'

type ReviewPanesProps = {
  report: ReportView
  difference: readonly DifferencePiece[] | null
  today: string
  zone: string
  idempotencyKey: string
  /** Null where this person does not decide on it (any more): `notice` says why. */
  decide: { action: ReviewAction; nextId: string; nextHref: string; previousHref: string | null } | null
  head: ReactNode
  promises: ReactNode
  history: ReactNode
  notice: ReactNode
}

/** Report and evidence side by side; what is opened on the right is counted in the middle. */
export function ReviewPanes({
  report,
  difference,
  today,
  zone,
  idempotencyKey,
  decide,
  head,
  promises,
  history,
  notice,
}: ReviewPanesProps) {
  const [opened, setOpened] = useState<readonly string[]>(
    report.evidence.filter((piece) => piece.opened).map((piece) => piece.id),
  )
  const wide = useWide()
  const unopened = report.evidence.filter(
    (piece) => piece.kind === 'file' && !opened.includes(piece.id),
  ).length
  const viewer = (
    <EvidenceViewer
      pieces={report.evidence}
      today={today}
      opened={opened}
      onOpened={(id) => setOpened((list) => (list.includes(id) ? list : [...list, id]))}
    />
  )
  const body = (
    <>
      {promises}
      <ReportBody report={report} difference={difference} />
      {history}
      {wide ? null : <div className="border-y max-lg:-mx-4">{viewer}</div>}
    </>
  )
  return (
    <>
      <div className="min-w-0 overflow-y-auto max-lg:overflow-visible lg:border-e">
        <div className="flex min-h-full flex-col">
          {head}
          <div className="flex flex-1 flex-col [&>form]:flex-1">
            {decide ? (
              <ReviewForm
                report={report}
                action={decide.action}
                idempotencyKey={idempotencyKey}
                zone={zone}
                nextId={decide.nextId}
                nextHref={decide.nextHref}
                previousHref={decide.previousHref}
                unopened={unopened}
              >
                {body}
              </ReviewForm>
            ) : (
              <div className="grid gap-5 px-6 py-4 max-lg:px-0">
                {notice}
                {body}
              </div>
            )}
          </div>
        </div>
      </div>
      {wide ? <div className="min-w-0 overflow-y-auto max-xl:hidden">{viewer}</div> : null}
    </>
  )
}
