import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { completeTask, completeTaskSchema } from '@/server/tasks/complete-task'
import { returnTask } from '@/server/tasks/return-task'

/** One form with two buttons, on the overview and among the decisions. Completing asks for no words, returning for its reason. */
export const decideCompletionSchema = z.discriminatedUnion('decision', [
  completeTaskSchema.extend({ decision: z.literal('complete'), note: z.string().default('') }),
  completeTaskSchema.extend({
    decision: z.literal('return'),
    note: z.string().trim().min(1, 'task.reason_required').max(1000, 'task.text_too_long'),
  }),
])

/** 办结或退回 a task under review, by the command of that name; each keeps its own rule. Returned, the lead's part alone is owed again. */
export async function decideCompletion(
  ctx: Ctx,
  input: z.output<typeof decideCompletionSchema>,
): Promise<{ taskNo: number }> {
  if (input.decision === 'complete') return completeTask(ctx, input)
  return returnTask(ctx, { ...input, reason: input.note, again: [] })
}
