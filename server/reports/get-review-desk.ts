import { can } from '@/domain/permissions/policy'
import { textDifference } from '@/domain/reports/text-difference'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { listReviewColleagues } from '@/server/reports/list-review-colleagues'
import { listReviewQueue, type QueuePlace, type QueuePosition } from '@/server/reports/list-review-queue'
import { listSetAsides } from '@/server/reports/list-set-asides'
import { loadReport } from '@/server/reports/load-report'
import { readReportView } from '@/server/reports/read-report-view'

/**
 * The review queue with the report that is open in it, and the one that comes after it, so that it is there before it is asked for. Throws
 * not_found for a report that this person may not read.
 */
export async function getReviewDesk(ctx: Ctx, place: QueuePlace) {
  const [queue, asides] = await Promise.all([listReviewQueue(ctx, place), listSetAsides(ctx)])
  const openId = place.reportId ?? queue.open?.id
  if (!openId) return { queue, asides, panes: [] }
  const { open, next } = queue
  const asked = next && next.id !== openId ? [{ id: next.id, item: next }] : []
  const panes = await Promise.all([
    readPane(ctx, openId, open),
    ...asked.map(({ id, item }) => readPane(ctx, id, item)),
  ])
  return { queue, asides, panes }
}

export type ReviewDesk = Awaited<ReturnType<typeof getReviewDesk>>
export type ReviewPane = ReviewDesk['panes'][number]

async function readPane(ctx: Ctx, reportId: string, item: QueuePosition | null) {
  const loaded = await loadReport(ctx, reportId)
  if (!loaded.mayRead) return failNotFound()
  /** Else it was reviewed meanwhile, or it is the person's own. */
  const mayReview = loaded.report.status === 'submitted' && can(ctx.actor, 'report.review', loaded.facts)
  const [report, colleagues] = await Promise.all([
    readReportView(ctx, loaded),
    mayReview ? listReviewColleagues(ctx, loaded) : [],
  ])
  const difference = report.last ? textDifference(report.last.done, report.done) : null
  return { report, difference, item, mayReview, colleagues }
}
