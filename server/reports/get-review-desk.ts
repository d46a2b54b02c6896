import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { listReviewQueue, type QueuePlace } from '@/server/reports/list-review-queue'
import { loadReport } from '@/server/reports/load-report'
import { readReportView } from '@/server/reports/read-report-view'

/** The review queue with the report that is open in it. Throws not_found for a report that this person may not read. */
export async function getReviewDesk(ctx: Ctx, place: QueuePlace) {
  const queue = await listReviewQueue(ctx, place)
  const reportId = place.reportId ?? queue.open?.id
  if (!reportId) return { queue, report: null, mayReview: false }
  const loaded = await loadReport(ctx, reportId)
  if (!loaded.mayRead) return failNotFound()
  return {
    queue,
    report: await readReportView(ctx, loaded),
    /** Else it was reviewed meanwhile, or it is the person's own. */
    mayReview: loaded.report.status === 'submitted' && can(ctx.actor, 'report.review', loaded.facts),
  }
}

export type ReviewDesk = Awaited<ReturnType<typeof getReviewDesk>>
