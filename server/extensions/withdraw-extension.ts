import type { z } from 'zod'
import { nextExtensionStatus } from '@/domain/extensions/lifecycle'
import type { Ctx } from '@/server/context'
import {
  auditExtension,
  extensionVersionSchema,
  failEnded,
  openExtension,
  writeExtension,
} from '@/server/extensions/load-extension'

export const withdrawExtensionSchema = extensionVersionSchema

/** 撤回 by the unit's head, until it is decided: it stays on record as withdrawn. */
export async function withdrawExtension(
  ctx: Ctx,
  input: z.output<typeof withdrawExtensionSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await openExtension(ctx, input, 'extension.withdraw')
  const { extension, task, as } = loaded
  const status = nextExtensionStatus(extension.status, 'withdraw')
  if (!status) return failEnded(extension.status)
  await writeExtension(ctx, extension, { status, decidedById: ctx.actor.personId, decidedAt: ctx.now })
  await auditExtension(ctx, loaded, 'extension.withdrawn', as, {
    before: { status: extension.status },
    after: { status },
  })
  return { taskNo: task.no }
}
