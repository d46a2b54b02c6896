import { z } from 'zod'
import type { Ctx } from '@/server/context'
import type { EditResult } from './edit-place'
import { openDirective } from './load-workspace'
import { restoreStep } from './restore-step'

export const redoEditSchema = z.object({ directiveId: z.uuid() })

/** Does this person's last undone step again. Errors as `restoreStep`. */
export async function redoEdit(ctx: Ctx, input: z.output<typeof redoEditSchema>): Promise<EditResult> {
  return restoreStep(ctx, await openDirective(ctx, input.directiveId), 'redo')
}
