import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import {
  assertRoom,
  evidenceResult,
  hangEvidence,
  loadForEvidence,
  type EvidenceResult,
} from '@/server/reports/hang-evidence'

/** A piece that the unit gave before. */
export const reuseEvidenceSchema = z.object({ assignmentId: z.uuid(), evidenceId: z.uuid() })

/** 用已有材料: hangs a piece that the same unit gave before on this draft too; nothing is asked for twice. Another unit's does not exist. */
export async function reuseEvidence(
  ctx: Ctx,
  input: z.output<typeof reuseEvidenceSchema>,
): Promise<EvidenceResult> {
  const loaded = await loadForEvidence(ctx, input.assignmentId)
  const piece = await ctx.tx.evidence.findFirst({
    where: { id: input.evidenceId, unitId: loaded.unitId },
    select: { id: true, name: true, fileId: true },
  })
  if (!piece) return failNotFound()
  const same = loaded.hung.find(
    (one) => one.evidenceId === piece.id || (piece.fileId !== null && one.evidence.fileId === piece.fileId),
  )
  if (same) return evidenceResult(ctx, loaded, same.evidenceId, true)
  assertRoom(ctx, loaded)
  await hangEvidence(ctx, loaded, piece.id, { name: piece.name, reused: true })
  return evidenceResult(ctx, loaded, piece.id, false)
}
