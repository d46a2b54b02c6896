import { z } from 'zod'
import type { Ctx } from '@/server/context'
import type { EditResult } from './edit-place'
import { openDirective } from './load-workspace'
import { restoreStep } from './restore-step'

export const undoEditSchema = z.object({ directiveId: z.uuid() })

/** Takes this person's last step in the workspace back. Errors as `restoreStep`. */
export async function undoEdit(ctx: Ctx, input: z.output<typeof undoEditSchema>): Promise<EditResult> {
  return restoreStep(ctx, await openDirective(ctx, input.directiveId), 'undo')
}
