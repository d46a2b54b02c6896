import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { findOpenDraft, loadReportable } from '@/server/reports/open-draft'

/** Of which assignment. */
export const readCurrentDraftSchema = z.object({ assignmentId: z.uuid() })

/** The draft as it stands on the server, to be shown beside what somebody else typed; null where it is gone. Throws as `findOpenDraft`. */
export async function readCurrentDraft(ctx: Ctx, input: z.output<typeof readCurrentDraftSchema>) {
  await loadReportable(ctx, input.assignmentId)
  const open = await findOpenDraft(ctx, input.assignmentId)
  if (!open) return null
  const { nextStepOn, ...row } = await ctx.tx.report.findUniqueOrThrow({
    where: { id: open.id },
    select: {
      version: true,
      kind: true,
      claimedProgress: true,
      done: true,
      nextStep: true,
      nextStepOn: true,
      difficulty: true,
      helpNeeded: true,
    },
  })
  return { ...row, nextStepOn: toLocalDateOrNull(nextStepOn) }
}

export type CurrentDraft = NonNullable<Awaited<ReturnType<typeof readCurrentDraft>>>
