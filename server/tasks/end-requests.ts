import type { Grant } from '@/domain/permissions/actor'
import { endsNoteAnswer, type PartEnd } from '@/domain/tasks/part-end'
import type { Ctx } from '@/server/context'
import { endExtensions } from '@/server/extensions/end-extensions'
import { releaseNoteAnswers } from '@/server/notes/release-note-answers'
import { settleUrges } from '@/server/urges/settle-urges'

export type EndedParts = { assignmentIds: readonly string[]; end: PartEnd; reason: string; as: Grant | null }

/**
 * What hung on parts that just ended goes with them, in the same transaction: requests for more time are withdrawn (drafts
 * deleted), urges are answered by deed, leaders' questions that nobody would answer any more are released. To be called after the
 * parts, or their task, were written.
 */
export async function endRequests(ctx: Ctx, parts: EndedParts): Promise<void> {
  if (parts.assignmentIds.length === 0) return
  await endExtensions(ctx, parts)
  await settleUrges(ctx, parts.assignmentIds, parts.as)
  if (endsNoteAnswer(parts.end)) await releaseNoteAnswers(ctx, parts)
}
