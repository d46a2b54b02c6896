import type { Ctx } from '@/server/context'
import { createDraft, findOpenDraft, loadReportable } from '@/server/reports/open-draft'

/**
 * The draft of an assignment, made where there is none. Locks the task's row: two people (or two files) at once get one draft, and nothing is
 * hung on a report that is being sent. Throws not_found, forbidden; refused as `findOpenDraft`.
 */
export async function loadDraft(ctx: Ctx, assignmentId: string) {
  const reportable = await loadReportable(ctx, assignmentId, true)
  const open = await findOpenDraft(ctx, assignmentId)
  const draft = open ?? (await createDraft(ctx, reportable))
  return { ...reportable, draft, isNew: open === null }
}
