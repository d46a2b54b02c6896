import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { endDraft, endDraftSchema } from '@/server/directives/end-draft'

export const discardDirectiveSchema = endDraftSchema

/** Discards a draft directive taken in by mistake: only the office still sees it. Errors: those of `endDraft`. */
export async function discardDirective(ctx: Ctx, input: z.output<typeof discardDirectiveSchema>) {
  return endDraft(ctx, 'discard', input)
}
