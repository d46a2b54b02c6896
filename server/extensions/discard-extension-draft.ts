import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import {
  auditExtension,
  contentOfExtension,
  extensionVersionSchema,
  failEnded,
  openExtension,
} from '@/server/extensions/load-extension'
import { assertWritten } from '@/server/versions'

export const discardExtensionDraftSchema = extensionVersionSchema

/** Throws a draft away; what it said stays in the record. Refused for what is no draft any more. */
export async function discardExtensionDraft(
  ctx: Ctx,
  input: z.output<typeof discardExtensionDraftSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await openExtension(ctx, input, 'extension.draft')
  const { extension, task, as } = loaded
  if (extension.status !== 'draft') return failEnded(extension.status)
  await auditExtension(ctx, loaded, 'extension.discarded', as, { before: contentOfExtension(loaded) })
  const gone = await ctx.tx.extension.deleteMany({ where: { id: extension.id, version: extension.version } })
  await assertWritten(ctx, extension.id, gone)
  return { taskNo: task.no }
}
