import { z } from 'zod'
import { EVIDENCE_NAME_LIMIT } from '@/domain/reports/evidence-name'
import type { Ctx } from '@/server/context'
import {
  assertRoom,
  evidenceResult,
  hangEvidence,
  loadForEvidence,
  type EvidenceResult,
} from '@/server/reports/hang-evidence'

/** A document number, a record in another system or an address, with what it is in words. */
export const attachReferenceSchema = z.object({
  assignmentId: z.uuid(),
  reference: z
    .string({ error: 'evidence.reference_missing' })
    .trim()
    .min(1, { error: 'evidence.reference_missing' })
    .max(500, { error: 'report.text_too_long' }),
  name: z.string().trim().max(EVIDENCE_NAME_LIMIT, { error: 'report.text_too_long' }).default(''),
})

/** 引用佐证: evidence that needs no upload. The same reference twice on one report is one piece. */
export async function attachReference(
  ctx: Ctx,
  input: z.output<typeof attachReferenceSchema>,
): Promise<EvidenceResult> {
  const loaded = await loadForEvidence(ctx, input.assignmentId)
  const { reference } = input
  const same = loaded.hung.find((one) => one.evidence.reference === reference)
  if (same) return evidenceResult(ctx, loaded, same.evidenceId, true)
  assertRoom(ctx, loaded)
  const name = input.name || reference.slice(0, EVIDENCE_NAME_LIMIT)
  const { id } = await ctx.tx.evidence.create({
    data: {
      kind: 'reference',
      reference,
      name,
      unitId: loaded.unitId,
      uploadedById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
    },
    select: { id: true },
  })
  await hangEvidence(ctx, loaded, id, { name, reference })
  return evidenceResult(ctx, loaded, id, false)
}
