import type { z } from 'zod'
import { nextExtensionStatus } from '@/domain/extensions/lifecycle'
import type { Ctx } from '@/server/context'
import {
  auditExtension,
  extensionDecisionSchema,
  failEnded,
  noticeParams,
  openExtension,
  writeExtension,
} from '@/server/extensions/load-extension'
import { notify } from '@/server/notifications/notify'

export const sendExtensionBackSchema = extensionDecisionSchema

/** 退回修改 by the unit's head, with the reason: a draft again, inside the unit. */
export async function sendExtensionBack(
  ctx: Ctx,
  input: z.output<typeof sendExtensionBackSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await openExtension(ctx, input, 'extension.request')
  const { extension, task, as } = loaded
  const status = nextExtensionStatus(extension.status, 'send_back')
  if (!status) return failEnded(extension.status)
  await writeExtension(ctx, extension, { status, sentBackReason: input.note })
  await auditExtension(ctx, loaded, 'extension.sent_back', as, {
    before: { status: extension.status },
    after: { status, reason: input.note },
  })
  await notify(ctx, {
    personId: extension.writtenById,
    event: 'extension.sent_back',
    params: noticeParams(loaded),
    taskId: task.id,
  })
  return { taskNo: task.no }
}
