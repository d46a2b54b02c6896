'use client'

import { useState } from 'react'
import type { PagerPane } from './review-pager'
import { EvidenceViewer } from './evidence-viewer'
import { ReportBody } from './report-body'
import { ReviewForm, type Decide } from './review-form'
import { useWide } from './use-wide'

type ReviewPanesProps = {
  pane: PagerPane
  /** False while it waits behind the one that is read, or while its decision is on its way. */
  active: boolean
  today: string
  zone: string
  /** Null where this person does not decide on it (any more): the notice says why. */
  decide: Decide | null
}

/** Report and evidence side by side; what is opened on the right is counted in the middle. */
export function ReviewPanes({ pane, active, today, zone, decide }: ReviewPanesProps) {
  const { report, difference, idempotencyKey, colleagues } = pane
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
      active={active}
      today={today}
      opened={opened}
      onOpened={(id) => setOpened((list) => (list.includes(id) ? list : [...list, id]))}
    />
  )
  const body = (
    <>
      {pane.promises}
      <ReportBody report={report} difference={difference} />
      {pane.history}
      {wide ? null : <div className="border-y max-lg:-mx-4">{viewer}</div>}
    </>
  )
  return (
    <>
      <div
        data-pane={report.id}
        hidden={!active}
        tabIndex={-1}
        className="min-w-0 overflow-y-auto focus-visible:outline-none max-lg:overflow-visible lg:border-e"
      >
        <div className="flex min-h-full flex-col">
          {pane.head}
          <div className="flex flex-1 flex-col [&>form]:flex-1">
            {decide ? (
              <ReviewForm
                report={report}
                decide={decide}
                active={active}
                colleagues={colleagues}
                idempotencyKey={idempotencyKey}
                zone={zone}
                unopened={unopened}
              >
                {body}
              </ReviewForm>
            ) : (
              <div className="grid gap-5 px-6 py-4 max-lg:px-0">
                {pane.notice}
                {body}
              </div>
            )}
          </div>
        </div>
      </div>
      {wide ? (
        <div hidden={!active} className="min-w-0 overflow-y-auto max-xl:hidden">
          {viewer}
        </div>
      ) : null}
    </>
  )
}
