import { z } from 'zod'
import { recordingUnitOf } from '@/domain/permissions/subjects'
import { evidenceSizeRefusal } from '@/domain/reports/evidence'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import type { AttachEvidenceInput } from '@/server/reports/attach-evidence'
import { findOpenDraft, loadReportable } from '@/server/reports/open-draft'
import { receiveEvidence } from '@/server/reports/receive-evidence'

/** What stands in the address of an upload; the body is the file. `size` in bytes as the browser says, empty where it does not. */
export const uploadEvidenceSchema = z.object({
  assignmentId: z.uuid(),
  name: z.string().max(1000),
  size: z.coerce.number().int().nonnegative().nullable(),
})

/**
 * Takes an upload in, before the transaction that attaches it: first whether this person may attach to this assignment and whether there is
 * room, so that nothing is written for who may not; then the bytes. Throws not_found, forbidden, refused.
 */
export async function uploadEvidence(
  ctx: Ctx,
  input: z.output<typeof uploadEvidenceSchema>,
  body: AsyncIterable<Uint8Array>,
): Promise<AttachEvidenceInput> {
  const { assignmentId, name, size } = input
  const { assignment, task } = await loadReportable(ctx, assignmentId)
  assertCan(ctx.actor, 'evidence.attach', assignment.facts, task.mayRead)
  if (recordingUnitOf(assignment.facts) === null) failRefused('report.assignment_not_open')
  const { evidenceFiles: max, evidenceMegabytes } = ctx.settings
  const draft = await findOpenDraft(ctx, assignmentId)
  const unitId = recordingUnitOf(assignment.facts) ?? assignment.unitId
  const hung = draft
    ? await ctx.tx.reportEvidence.count({ where: { reportId: draft.id, evidence: { unitId } } })
    : 0
  if (hung >= max) failRefused('evidence.too_many', { max })
  const refusal = size === null ? null : evidenceSizeRefusal(size, evidenceMegabytes * 1_048_576)
  if (refusal) failRefused(refusal.code, refusal.params)
  const received = await receiveEvidence(body, name, evidenceMegabytes)
  return { assignmentId, ...received }
}
