import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { auditEvidence, loadForEvidence } from '@/server/reports/hang-evidence'

/** A piece on the draft of an assignment. */
export const detachEvidenceSchema = z.object({ assignmentId: z.uuid(), evidenceId: z.uuid() })

/** Takes a piece off the draft; it stays with the unit, for another report. One that is off already stays off, without an entry. */
export async function detachEvidence(
  ctx: Ctx,
  input: z.output<typeof detachEvidenceSchema>,
): Promise<{ evidenceId: string; version: number }> {
  const loaded = await loadForEvidence(ctx, input.assignmentId)
  const { draft } = loaded
  const { evidenceId } = input
  const gone = await ctx.tx.reportEvidence.deleteMany({ where: { reportId: draft.id, evidenceId } })
  if (gone.count > 0) {
    const { name } = await ctx.tx.evidence.findUniqueOrThrow({
      where: { id: evidenceId },
      select: { name: true },
    })
    await auditEvidence(ctx, loaded, 'evidence.detached', evidenceId, { before: { name } })
  }
  return { evidenceId, version: draft.version }
}
