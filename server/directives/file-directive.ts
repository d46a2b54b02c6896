import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { endDraft, endDraftSchema } from '@/server/directives/end-draft'

export const fileDirectiveSchema = endDraftSchema

/** Files a draft directive 存查: it is kept for reference and no task comes of it. Errors: those of `endDraft`. */
export async function fileDirective(ctx: Ctx, input: z.output<typeof fileDirectiveSchema>) {
  return endDraft(ctx, 'file', input)
}
