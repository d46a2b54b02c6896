import type { Ctx } from '@/server/context'
import { registerContent } from '@/server/files'
import {
  assertRoom,
  evidenceResult,
  hangEvidence,
  loadForEvidence,
  type EvidenceResult,
} from '@/server/reports/hang-evidence'
import type { ReceivedEvidence } from '@/server/reports/receive-evidence'

/** A received file for the draft of an assignment. */
export type AttachEvidenceInput = ReceivedEvidence & { assignmentId: string }

/** 上传佐证: hangs a file that is already on disk on the draft. The same content twice on one report is one piece, the first. */
export async function attachEvidence(ctx: Ctx, input: AttachEvidenceInput): Promise<EvidenceResult> {
  const loaded = await loadForEvidence(ctx, input.assignmentId)
  const fileId = await registerContent(ctx, input.content)
  const same = loaded.hung.find((one) => one.evidence.fileId === fileId)
  if (same) return evidenceResult(ctx, loaded, same.evidenceId, true)
  assertRoom(ctx, loaded)
  const { name } = input
  const { id } = await ctx.tx.evidence.create({
    data: {
      kind: 'file',
      fileId,
      name,
      unitId: loaded.unitId,
      uploadedById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
    },
    select: { id: true },
  })
  const { sha256, size, mime } = input.content
  await hangEvidence(ctx, loaded, id, { name, sha256, size, mime })
  return evidenceResult(ctx, loaded, id, false)
}
