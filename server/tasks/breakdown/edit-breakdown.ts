import { z } from 'zod'
import { actSchema } from '@/domain/directives/draft/acts'
import type { Ctx } from '@/server/context'
import { editPlace, type EditResult } from '@/server/directives/workspace/edit-place'
import { openBreakdown } from './open-breakdown'

/** An act of the workspace on the sentences of an assignment's task, with the versions of the rows it changes as the person saw them. */
export const editBreakdownSchema = z.object({
  assignmentId: z.uuid(),
  act: actSchema,
  versions: z.record(z.uuid(), z.int()),
})

/** 分解: one step by the unit's people on the tasks that its assignment is broken down into. Refused for what is the office's alone; else as `editDecomposition`. */
export async function editBreakdown(
  ctx: Ctx,
  input: z.output<typeof editBreakdownSchema>,
): Promise<EditResult> {
  const { place } = await openBreakdown(ctx, input.assignmentId)
  return editPlace(ctx, place, input.act, input.versions)
}
