import { z } from 'zod'
import { progressSchema, reportDraftSchema } from '@/domain/reports/report'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull } from '@/server/dates'
import { createDraft, findOpenDraft, loadReportable } from '@/server/reports/open-draft'
import { writeReport } from '@/server/reports/write-report'
import { assertVersion } from '@/server/versions'

/** What the composer holds; `version` is that of the draft it was loaded with, empty where there was none. */
export const saveReportDraftSchema = reportDraftSchema.extend({
  assignmentId: z.uuid(),
  claimedProgress: z.coerce.number({ error: 'report.progress_not_whole' }).pipe(progressSchema),
  nextStepOn: z.preprocess((value) => (value === '' ? null : value), reportDraftSchema.shape.nextStepOn),
  version: z.union([z.literal('').transform(() => null), z.coerce.number().int()]).nullable(),
})

/**
 * Keeps what is typed, made at the first save. Typing is no formal act: the draft's making and its sending are recorded, the saves between
 * are not. Throws conflict where somebody else saved it since.
 */
export async function saveReportDraft(
  ctx: Ctx,
  input: z.output<typeof saveReportDraftSchema>,
): Promise<{ reportId: string; version: number; savedAt: string }> {
  const { assignmentId, version, nextStepOn, ...fields } = input
  const reportable = await loadReportable(ctx, assignmentId)
  const open = await findOpenDraft(ctx, assignmentId)
  const draft = open ?? (await createDraft(ctx, reportable))
  if (open) await assertVersion(ctx, { entityId: open.id, actual: open.version, expected: version ?? 0 })
  await writeReport(ctx, draft, { ...fields, nextStepOn: fromLocalDateOrNull(nextStepOn) })
  return { reportId: draft.id, version: draft.version + 1, savedAt: ctx.now.toISOString() }
}
