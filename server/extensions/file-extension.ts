import { z } from 'zod'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { loadExtension } from '@/server/extensions/load-extension'
import { saveExtensionDraft, saveExtensionDraftSchema } from '@/server/extensions/save-extension-draft'
import { sendExtensionForSignoff } from '@/server/extensions/send-extension-for-signoff'
import { signExtension } from '@/server/extensions/sign-extension'

/** The form as a whole; `how`: only kept, or sent. */
export const fileExtensionSchema = saveExtensionDraftSchema.extend({
  how: z.enum(['save', 'send']).default('send'),
})

/** 存草稿, 送审签 or, by the head who wrote it, 报送: saves what the form holds and sends it, in one act, so that what goes out is what was seen. */
export async function fileExtension(
  ctx: Ctx,
  input: z.output<typeof fileExtensionSchema>,
): Promise<{ taskNo: number; how: 'saved' | 'sent' | 'submitted'; version: number }> {
  const { how, ...form } = input
  const saved = await saveExtensionDraft(ctx, form, { strict: how === 'send' })
  if (how === 'save') return { taskNo: saved.taskNo, how: 'saved', version: saved.version }
  const { extension, assignment } = await loadExtension(ctx, saved.extensionId)
  const straight =
    extension.writtenById === ctx.actor.personId && can(ctx.actor, 'extension.request', assignment.facts)
  const { taskNo } = await (straight ? signExtension : sendExtensionForSignoff)(ctx, saved)
  return { taskNo, how: straight ? 'submitted' : 'sent', version: saved.version + 1 }
}
