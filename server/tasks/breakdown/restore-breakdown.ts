import { z } from 'zod'
import type { Ctx } from '@/server/context'
import type { EditResult } from '@/server/directives/workspace/edit-place'
import { restoreStep } from '@/server/directives/workspace/restore-step'
import { openBreakdown } from './open-breakdown'

export const restoreBreakdownSchema = z.object({ assignmentId: z.uuid() })
type Input = z.output<typeof restoreBreakdownSchema>

/** Takes this person's last step of a breakdown back. Errors as `restoreStep`. */
export async function undoBreakdown(ctx: Ctx, input: Input): Promise<EditResult> {
  return restoreStep(ctx, (await openBreakdown(ctx, input.assignmentId)).place, 'undo')
}

/** Does this person's last undone step of a breakdown again. Errors as `restoreStep`. */
export async function redoBreakdown(ctx: Ctx, input: Input): Promise<EditResult> {
  return restoreStep(ctx, (await openBreakdown(ctx, input.assignmentId)).place, 'redo')
}
